import Chef
import Lint
import Testing

@Suite struct ImagePlatformTests {
  /// What the built-in table says of the images that people build from.
  @Test(
    arguments: [
      ("debian:bookworm-20240904", "debian", "12"), ("debian:12.1-slim", "debian", "12.1"),
      ("ubuntu:22.04", "ubuntu", "22.04"), ("ubuntu:jammy@sha256:0123", "ubuntu", "22.04"),
      ("docker.io/library/debian:bullseye", "debian", "11"), ("rockylinux:9", "rocky", "9"),
      ("alpine:3.20", "alpine", "3.20"), ("registry.example.com/base:1", nil, nil), ("debian", "debian", nil),
    ] as [(String, String?, String?)])
  func `an image tells its platform`(_ image: String, _ name: String?, _ version: String?) {
    let platform = ChefCatalog.embedded.platforms.platform(ofImage: image)
    #expect(platform.name == name)
    #expect(platform.version == version)
  }
}

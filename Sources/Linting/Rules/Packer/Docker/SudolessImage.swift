import Image

/// An image of which it is known that sudo is not in it.
struct SudolessImage {
  /// What people call it, its tag included.
  let name: String

  /// Official images of distributions that carry no sudo, whatever the release.
  private static let names: Set = [
    "almalinux", "alpine", "amazonlinux", "busybox", "centos", "debian", "oraclelinux", "rockylinux",
    "ubuntu",
  ]

  /// The image of a reference; nil where it may have sudo.
  init?(_ reference: String?) {
    guard let reference, case .success(let image) = ImageReference.parse(reference),
      image.domain == "docker.io", image.path.hasPrefix("library/"),
      Self.names.contains(String(image.path.dropFirst("library/".utf8.count)))
    else { return nil }
    name = reference
  }
}

import Host
import Support
import Testing

/// Bakes with Packer and docker beside bakes with each of our engines: the same file system, entry by entry, and the
/// same configuration.
///
/// A case is a folder of `Fixtures/bakes`: a `machine.json` for the image `tiny:1`, without post-processors, and its files.
@Suite(
  .enabled(
    if: Machine.runs(
      .oracles, needing: "root, runc, packer, docker, dockerd and python3 (the trees that Packer bakes)",
      isThere: Machine.isRoot
        && ["runc", "packer", "docker", "dockerd", "python3"].allSatisfy(Machine.hasProgram))),
  .serialized, .peer, .timeLimit(.minutes(20)))
struct SameTreeTests {
  static let cases = (try? Disk(workingDirectory: Repository.fixture("bakes")).list(".")) ?? []

  /// All that may differ: the start of a line, and why.
  static let accepted = [
    // Docker writes how the container was run into the image; no engine reads it off there.
    "configuration Hostname", "configuration Image", "configuration OpenStdin", "configuration Tty",
    // The daemon of this test has no network.
    "configuration NetworkDisabled",
    // Packer's has blank lines and tabs; Chef reads the same settings.
    "/tmp/packer-chef-solo/solo.rb ",
  ]

  @Test func `there are cases`() { #expect(Self.cases.count >= 25) }

  @Test(arguments: cases) func `every engine bakes what Packer bakes`(_ name: String) async throws {
    try await TemporaryFolder.with { folder in
      let theirs = try await Peer.current.bake("bakes/" + name, in: folder + "/theirs") {
        ["packer", "build", $0]
      }
      #expect(theirs.contains { $0.hasPrefix("/bin/busybox ") })
      for engine in ["native", "native:namespaces", "docker"] {
        let ours = try await Peer.current.bake("bakes/" + name, in: folder + "/" + engine) {
          [Program.path, "build", "--quiet", "--engine", engine, $0]
        }
        #expect(Self.judged(ours) == Self.judged(theirs), "\(engine)")
      }
    }
  }

  private static func judged(_ lines: [String]) -> [String] {
    lines.filter { line in !accepted.contains { line.hasPrefix($0) } }.sorted()
  }
}

import Glibc
import Host
import Support
import Testing

@testable import Engine

/// How the file system of a container is mounted.
@Suite(.enabled(if: Candidate.all.contains(.native)))
struct OverlayMountTests {
  /// Linux 5.10 and later can do without.
  private static var canLeaveOut: Bool {
    var machine = utsname()
    uname(&machine)
    let release = withUnsafeBytes(of: machine.release) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    let numbers = release.split(whereSeparator: { !$0.isNumber }).prefix(2).compactMap { Int($0) }
    return numbers.count == 2 && (numbers[0], numbers[1]) >= (5, 10)
  }

  @Test(.enabled(if: canLeaveOut))
  func `what a container writes does not wait for the disk`() async throws {
    try await TemporaryFolder.with { folder in
      let engine = try await Engines.native(in: folder)
      let tar = try await Script.run("base-image", ["tiny"])
      let base = try await engine.importFileSystem(tar, changes: [], as: nil)
      try await engine.withContainer(from: base, ContainerSpec()) { (container) async throws in
        let root = try await container.does("grep ' / overlay ' /proc/mounts")
        #expect(root.contains("volatile"), "\(root)")
      }
    }
  }
}

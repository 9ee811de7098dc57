import Glibc
import Host
import Support
import Testing

@testable import Engine

/// What an image may put in the way of a runtime.
@Suite struct RootInspectionTests {
  /// What stands in the root beside an `etc`, and what is said of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let message: String?
    let make: @Sendable (String) throws -> Void
  }

  static let cases: [Case] = [
    Case(testDescription: "nothing at all", message: nil) { _ in },
    Case(testDescription: "usual folders and files", message: nil) { root in
      for name in ["dev", "proc", "sys"] { try HostFile.makeFolder("\(root)/\(name)") }
      try HostFile.write([], to: "\(root)/etc/passwd")
      symlink("/etc/passwd", "\(root)/etc/group")
    },
    Case(
      testDescription: "a /dev that leads out",
      message: "`/dev` of the image is a link, where a folder is expected"
    ) { symlink("/tmp", "\($0)/dev") },
    Case(
      testDescription: "accounts that block",
      message: "`/etc/passwd` of the image is a FIFO, where a file is expected"
    ) { mkfifo("\($0)/etc/passwd", 0o644) },
    Case(
      testDescription: "a link to what blocks",
      message: "`/etc/group` of the image is a FIFO, where a file is expected"
    ) { root in
      mkfifo("\(root)/pipe", 0o644)
      symlink("/pipe", "\(root)/etc/group")
    },
  ]

  @Test(arguments: cases) func `a root that a runtime must not enter is refused`(root: Case) async throws {
    try await TemporaryFolder.with { (folder) async throws in
      try HostFile.makeFolder(folder + "/etc")
      try root.make(folder)
      do throws(EngineError) {
        try RootInspection(of: try Folder(at: folder)).demandUsual()
        #expect(root.message == nil)
      } catch {
        #expect(error.message == root.message)
      }
    }
  }
}

import Glibc
import Host
import Support
import Testing

@testable import Engine

/// Copying and removing trees, as far as it needs no container.
@Suite struct TreeTests {
  @Test func `a tree is removed however deep it is, and links out of it are not followed`() async throws {
    try await TemporaryFolder.with { (folder) async throws in
      try HostFile.makeFolder(folder + "/tree")
      try HostFile.makeFolder(folder + "/outside")
      try HostFile.write([65], to: folder + "/outside/kept")
      symlink(folder + "/outside", folder + "/tree/link")
      // Deeper than a path can be long, and than there are descriptors.
      var deepest = try Folder(at: folder + "/tree")
      for _ in 0..<3000 { deepest = try deepest.makeFolder(FileName("d")) }
      _ = try deepest.makeFile(FileName("f"))
      try TreeRemoval.remove(folder + "/tree")
      #expect(try Disk(workingDirectory: "/").list(folder) == ["outside"])
      #expect(try Disk(workingDirectory: "/").list(folder + "/outside") == ["kept"])
      try TreeRemoval.remove(folder + "/tree")
    }
  }

  @Test func `what a removal that was killed has left is removed`() async throws {
    try await TemporaryFolder.with { (folder) async throws in
      let scratch = folder + "/scratch"
      for number in 1...12 { try HostFile.makeFolder("\(scratch)/.removing-\(number)/sub\(number)/x") }
      try HostFile.makeFolder(scratch + "/u/f/g")
      try TreeRemoval.remove(scratch)
      #expect(try Disk(workingDirectory: "/").list(folder) == [])
    }
  }

  @Test func `a tree that is nested without end is not copied without end`() async throws {
    try await TemporaryFolder.with { (folder) async throws in
      for name in ["from", "to"] { try HostFile.makeFolder("\(folder)/\(name)") }
      var deepest = try Folder(at: folder + "/from")
      for _ in 0..<600 { deepest = try deepest.makeFolder(FileName("d")) }
      #expect(throws: EngineError.self) {
        var copy = TreeCopy(into: try Folder(at: folder + "/to"), as: { $0 })
        try copy.copyContents(of: try Folder(at: folder + "/from"))
      }
    }
  }
}

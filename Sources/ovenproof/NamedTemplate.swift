import Glibc
import Host

/// A template that is named on the command line: a file, or what comes by standard input under a name of its own.
struct NamedTemplate: Sendable {
  /// The word for standard input, and the name that it gets where none is given.
  static let standardInput = "-"
  static let nameOfStandardInput = "stdin.json"

  let path: String
  /// The files among which it is.
  let tree: any FileTree

  /// Reads standard input for `-`.
  init(_ word: String, in workplace: Workplace) async throws {
    guard word == Self.standardInput else {
      path = word
      tree = workplace.disk
      return
    }
    path = Self.nameOfStandardInput
    tree = OverlayFileTree(
      [path: try await workplace.inMemory { try Self.readStandardInput() }], over: workplace.disk)
  }

  /// All that comes by standard input.
  static func readStandardInput() throws(HostError) -> [UInt8] {
    try Disk.readAll(STDIN_FILENO, sizeHint: 0, limit: SourceStore.sizeLimit, attempt: "read standard input")
  }
}

import Host
import Support
import Testing

/// The files of a folder of `Fixtures/goss/experiments`, where goss files of all kinds lie. A case is added by adding a folder.
struct GossExperiment: Sendable, CustomTestStringConvertible {
  let name: String

  private static let root = Repository.fixture("goss/experiments")
  var testDescription: String { name }
  private var folder: String { "\(Self.root)/\(name)" }

  static func all() throws -> [GossExperiment] {
    let names = try Disk(workingDirectory: "/").list(root)
    try #require(names.count > 30, "the experiments are there")
    return names.map { GossExperiment(name: $0) }
  }

  /// The files of the folder under the paths that goss saw.
  func tree() throws -> MemoryFileTree {
    var files: [String: [UInt8]] = [:]
    let disk = Disk(workingDirectory: folder)
    var open = [""]
    while let folder = open.popLast() {
      for name in try disk.list(folder.isEmpty ? "." : folder) {
        let path = folder.isEmpty ? name : folder + "/" + name
        if disk.status(path)?.kind == .directory {
          open.append(path)
        } else {
          files["/x/\(self.name)/\(path)"] = try disk.read(path, limit: 1 << 22)
        }
      }
    }
    return MemoryFileTree(files)
  }
}

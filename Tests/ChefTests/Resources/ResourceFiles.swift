import Host
import Support

@testable import Chef

/// The table of resources as it stands in the repository.
enum ResourceFiles {
  static func shelf() throws -> ResourceShelf { ResourceShelf(try all()) }

  static func all() throws -> [(path: String, bytes: [UInt8])] {
    let disk = Disk(workingDirectory: Repository.root + "/rules/chef/resources")
    return try files(in: ".", of: disk)
  }

  private static func files(
    in folder: String, of disk: Disk
  ) throws -> [(path: String, bytes: [UInt8])] {
    var found: [(path: String, bytes: [UInt8])] = []
    for name in try disk.list(folder) {
      let path = folder + "/" + name
      if name.hasSuffix(".yaml") {
        found.append((path, try disk.read(path, limit: 1 << 20)))
      } else {
        found += try files(in: path, of: disk)
      }
    }
    return found
  }
}

import Host
import Support

extension GossExperiment {
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

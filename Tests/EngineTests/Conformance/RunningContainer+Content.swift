import Engine
import Host
import Support

extension RunningContainer {
  /// What a file of the container holds, by way of a file of the host.
  func content(of path: String) async throws -> [UInt8] {
    try await TemporaryFolder.with { folder in
      let file = folder + "/fetched"
      try HostFile.write(Array("old".utf8), to: file)
      try await copyOut(path, to: file)
      return try Disk(workingDirectory: "/").read(file, limit: 64 << 20)
    }
  }
}

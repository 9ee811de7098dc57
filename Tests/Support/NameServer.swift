import Glibc
import Host

/// A server of names of this machine, NLnet Labs' `nsd`, which knows the zones of a folder: each in a file of its name.
package struct NameServer: Sendable {
  package let port: Int

  package static let isThere = Machine.runs(
    .oracles, needing: "nsd (answers of a real server of names)", isThere: Machine.hasProgram("nsd"))

  /// Runs it for the time of `body`.
  package static func with<Result: Sendable>(
    zones folder: String, _ body: @escaping @Sendable (NameServer) async throws -> Result
  ) async throws -> Result {
    guard let program = Machine.path(ofProgram: "nsd") else {
      throw Script.Failure(description: "there is no `nsd`")
    }
    return try await TemporaryFolder.with { scratch in
      let port = try freePort()
      try HostFile.write(Array(try settings(port, folder, scratch).utf8), to: scratch + "/settings")
      return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          _ = try await Command([program, "-d", "-c", scratch + "/settings"], deadline: 300).output()
        }
        defer { group.cancelAll() }
        try await waitFor(port)
        return try await body(NameServer(port: port))
      }
    }
  }

  private static func settings(_ port: Int, _ folder: String, _ scratch: String) throws -> String {
    let zones = try Disk(workingDirectory: folder).list(".").map { name in
      "zone:\n  name: \"\(name)\"\n  zonefile: \"\(folder)/\(name)\"\n"
    }
    return """
      server:
        ip-address: 127.0.0.1@\(port)
        server-count: 1
        username: ""
        zonesdir: ""
        pidfile: ""
        database: ""
        xfrdfile: ""
        xfrdir: "\(scratch)"
        zonelistfile: "\(scratch)/zones"
      remote-control:
        control-enable: no

      """ + zones.joined()
  }

  /// A port that nobody has right now.
  private static func freePort() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw HostError.last("make a socket") }
    defer { close(descriptor) }
    var address = loopback(0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isBound else { throw HostError.last("find a free port") }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  /// Waits until it takes connections.
  private static func waitFor(_ port: Int) async throws {
    for _ in 0..<300 {
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
      guard descriptor >= 0 else { throw HostError.last("make a socket") }
      defer { close(descriptor) }
      var address = loopback(port)
      let isConnected = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
        }
      }
      if isConnected { return }
      try await Task.sleep(for: .milliseconds(100))
    }
    throw Script.Failure(description: "the server of names has not started")
  }

  private static func loopback(_ port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    address.sin_port = UInt16(port).bigEndian
    return address
  }
}

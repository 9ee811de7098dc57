import Glibc
import Host

/// A server of this machine that takes connections or packets, and then neither reads nor says anything.
package enum SilentServer {
  /// Hands out its `HOST:PORT`; the system itself takes connections until somebody accepts them, which nobody does.
  package static func with<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    try await with(SOCK_STREAM, body)
  }

  /// The same for packets, which it keeps unread.
  package static func withDatagrams<Result>(
    _ body: (String) async throws -> Result
  ) async throws -> Result {
    try await with(SOCK_DGRAM, body)
  }

  private static func with<Result>(
    _ type: __socket_type, _ body: (String) async throws -> Result
  ) async throws -> Result {
    let descriptor = socket(AF_INET, Int32(type.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw HostError.last("make a socket") }
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0
          && (type.rawValue == SOCK_DGRAM.rawValue || listen(descriptor, 64) == 0)
          && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isBound else { throw HostError.last("listen on the loopback") }
    return try await body("127.0.0.1:\(UInt16(bigEndian: address.sin_port))")
  }
}

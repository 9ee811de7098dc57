import Glibc

/// A socket that programs of this user reach by its path; closed with this object, which is why it is a class.
package final class LocalListener: Sendable {
  private let descriptor: Int32
  private let path: String

  /// Listens on a path, which must not be there; whoever may enter its folder may connect.
  package init(_ path: String) throws(HostError) {
    let attempt = "listen on `\(path)`"
    guard var address = sockaddr_un(path) else { throw HostError(attempt, .other("the path is too long")) }
    let descriptor = socket(
      AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
    guard descriptor >= 0 else { throw .last(attempt) }
    let bound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard bound == 0, listen(descriptor, 16) == 0 else {
      let error = HostError.last(attempt)
      close(descriptor)
      throw error
    }
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// The next connection; ends with an error when the task is cancelled.
  package func connection() async throws(HostError) -> LocalConnection {
    let attempt = "take a connection on `\(path)`"
    while true {
      let accepted = accept(descriptor, nil, nil)
      if accepted >= 0 {
        _ = fcntl(accepted, F_SETFD, FD_CLOEXEC)
        _ = fcntl(accepted, F_SETFL, O_NONBLOCK)
        return LocalConnection(taking: accepted)
      }
      guard errno == EAGAIN || errno == EINTR || errno == ECONNABORTED else { throw .last(attempt) }
      try await LocalConnection.wait(attempt)
    }
  }
}

/// One connection of a local socket; closed with this object.
package final class LocalConnection: Sendable {
  private let descriptor: Int32

  fileprivate init(taking descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// So many bytes; fewer only where the other side has ended.
  package func read(_ count: Int) async throws(HostError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let more = bytes[filled...].withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if more == 0 { break }
      if more > 0 {
        filled += more
        continue
      }
      guard errno == EAGAIN || errno == EINTR else { throw .last("read from a connection") }
      try await Self.wait("read from a connection")
    }
    return Array(bytes.prefix(filled))
  }

  /// Sends all bytes.
  package func write(_ bytes: [UInt8]) async throws(HostError) {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count >= 0 {
        written += count
        continue
      }
      guard errno == EAGAIN || errno == EINTR else { throw .last("answer a connection") }
      try await Self.wait("answer a connection")
    }
  }

  /// A blocked thread would not see a cancelled task, so the wait is a short sleep.
  fileprivate static func wait(_ attempt: String) async throws(HostError) {
    do { try await Task.sleep(for: .milliseconds(2)) } catch { throw HostError(attempt, .cancelled) }
  }
}

extension sockaddr_un {
  /// The address of a path; nil where it does not fit.
  fileprivate init?(_ path: String) {
    self.init()
    sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    let fits = withUnsafeMutableBytes(of: &sun_path) { room in
      guard bytes.count < room.count else { return false }
      room.copyBytes(from: bytes)
      return true
    }
    guard fits else { return nil }
  }
}

import CLinux
import Glibc
import Observation

/// A connection to a server as a container sees it.
struct Connection: ~Copyable {
  /// What stands for the other side in messages: `127.0.0.1:8080`.
  let target: String
  private let descriptor: Int32
  private let deadline: Deadline

  /// Connects to an address; `local` is the one to come from.
  init(
    to address: NetworkAddress, _ port: Int, datagram: Bool = false, from local: NetworkAddress? = nil,
    by deadline: Deadline
  ) throws(NetworkFailure) {
    let host = address.isVersion4 ? "\(address)" : "[\(address)]"
    let target = "\(host):\(port)"
    let local = local.flatMap { $0.isVersion4 == address.isVersion4 ? $0.bytes : nil }
    let descriptor =
      if let local {
        clinux_dial(address.bytes, address.bytes.count, UInt16(port), datagram ? 1 : 0, local)
      } else {
        clinux_dial(address.bytes, address.bytes.count, UInt16(port), datagram ? 1 : 0, nil)
      }
    try self.init(descriptor, target, deadline)
  }

  /// Connects to a socket of the container's file system.
  init(toSocket path: String, in root: ContainerRoot, by deadline: Deadline) throws(NetworkFailure) {
    guard let place = root.place(path) else {
      throw NetworkFailure(.connection, path, "no such file or directory")
    }
    defer { close(place) }
    try self.init(clinux_dial_path("/proc/self/fd/\(place)"), path, deadline)
  }

  private init(_ dialled: Int32, _ target: String, _ deadline: Deadline) throws(NetworkFailure) {
    guard dialled >= 0 else { throw NetworkFailure(.connection, target, Self.words(errno)) }
    guard deadline.wait(for: dialled, POLLOUT) else {
      close(dialled)
      throw NetworkFailure(.time, target, deadline.words)
    }
    let code = clinux_connection_error(dialled)
    guard code == 0 else {
      close(dialled)
      throw NetworkFailure(.connection, target, Self.words(code))
    }
    self.target = target
    self.deadline = deadline
    descriptor = dialled
  }

  deinit { close(descriptor) }

  func send(_ bytes: [UInt8]) throws(NetworkFailure) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        sent += count
      } else if errno == EAGAIN {
        guard deadline.wait(for: descriptor, POLLOUT) else {
          throw NetworkFailure(.time, target, deadline.words)
        }
      } else if errno != EINTR {
        throw failure(errno)
      }
    }
  }

  /// That nobody listens for datagrams shows when one was sent.
  private func failure(_ code: Int32) -> NetworkFailure {
    NetworkFailure(code == ECONNREFUSED ? .connection : .answer, target, Self.words(code))
  }

  /// The next bytes; empty at the end. `nearer` is a moment before the connection's own.
  func receive(limit: Int = 1 << 16, by nearer: Deadline? = nil) throws(NetworkFailure) -> [UInt8] {
    let deadline = nearer ?? deadline
    var bytes = [UInt8](repeating: 0, count: limit)
    while true {
      let count = read(descriptor, &bytes, limit)
      if count >= 0 { return Array(bytes[..<count]) }
      if errno == EAGAIN {
        guard deadline.wait(for: descriptor, POLLIN) else {
          throw NetworkFailure(.time, target, deadline.words)
        }
      } else if errno != EINTR {
        throw failure(errno)
      }
    }
  }

  /// The system's words, in lower case as they stand in a sentence.
  private static func words(_ code: Int32) -> String { String(cString: strerror(code)).lowercased() }
}

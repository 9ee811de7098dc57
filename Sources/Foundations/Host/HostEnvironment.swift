import Glibc
import Source

/// The process's environment variables.
package enum HostEnvironment {
  /// All variables; one that is not UTF-8 has its bad bytes replaced.
  package static func current() -> [String: String] {
    var variables: [String: String] = [:]
    var entry = environ
    while let pointer = entry.pointee {
      if let (name, value) = String(cString: pointer).assignment { variables[name] = value }
      entry = entry.successor()
    }
    return variables
  }

  /// The folders in which temporary files may lie, in the order to try them; some may be absent, or take nothing.
  package static var temporaryFolders: [String] {
    let named = current()["TMPDIR"].flatMap { $0.isEmpty ? nil : [$0] } ?? []
    return named + ["/tmp", "/var/tmp", "/dev/shm"]
  }

  /// Whether a standard stream is a terminal.
  package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Seconds since 1970.
  package static func now() -> Int { time(nil) }

  /// The machine's name.
  package static func hostName() -> String? {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return nil }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Writes all bytes to a standard stream; a reader that has gone away is no failure, a full disk is one.
  package static func write(_ bytes: [UInt8], to descriptor: Int32) throws(HostError) {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EPIPE { return }
      guard count > 0 else {
        throw .last(descriptor == STDOUT_FILENO ? "write to standard output" : "write to standard error")
      }
      written += count
    }
  }
}

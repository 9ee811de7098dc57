import Glibc
import Host

/// The file in which a child of the engine says why it could not do its work; it stays empty when it could.
///
/// The child opens it before it enters the container's mounts, where the path would mean another file. Its own output belongs to the
/// container's program.
struct ChildReport: Sendable {
  let path: String

  /// Opens the file for a child that is about to begin.
  func open() throws(EngineError) -> Int32 {
    let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .host(.last("write `\(path)`")) }
    return descriptor
  }

  /// Writes the error down and ends the process.
  static func fail(_ error: EngineError, to descriptor: Int32) -> Never {
    let text = [error.kind.rawValue, error.message, error.help ?? ""].joined(separator: "\n")
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count <= 0 { break }
      bytes = bytes.dropFirst(count)
    }
    _exit(1)
  }

  /// What the child has written, if anything; removes the file.
  func take() -> EngineError? {
    defer { unlink(path) }
    guard let bytes = try? Disk(workingDirectory: "/").read(path, limit: 1 << 16), !bytes.isEmpty else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    guard lines.count == 3, let kind = EngineError.Kind(rawValue: lines[0]) else { return nil }
    return EngineError(kind, lines[1], help: lines[2].isEmpty ? nil : lines[2])
  }
}

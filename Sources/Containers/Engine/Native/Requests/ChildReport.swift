import Glibc
import Host

/// The file in which a child of the engine says why it could not do its work; it stays empty when it could.
///
/// The child opens it before it enters the container's mounts, where the path would mean another file. Its own output belongs to the
/// container's program.
struct ChildReport: Sendable {
  let path: String

  /// Does a child's work, which ends the process, and writes down why it could not be done.
  func whileWorking(_ work: () throws(EngineError) -> Never) -> Never {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    // Without a report no code would tell that this was us and not the program: no child ends itself by a signal otherwise.
    guard descriptor >= 0 else { Self.endWithoutReport() }
    do throws(EngineError) {
      try work()
    } catch {
      Self.fail(error, to: descriptor)
    }
  }

  private static func endWithoutReport() -> Never {
    kill(getpid(), SIGKILL)
    _exit(1)
  }

  /// Writes the error down and ends the process.
  private static func fail(_ error: EngineError, to descriptor: Int32) -> Never {
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

import Glibc
import Host

/// The file in which a child of the engine says why it could not do its work; it stays empty when it could.
///
/// The child opens it before it enters the container's mounts, where the path would mean another file. Its
/// own output belongs to the container's program.
struct ChildReport: Sendable {
  let path: String

  /// Does a child's work, which ends the process, and writes down why it could not be done.
  func whileWorking(_ work: () throws(EngineError) -> Never) -> Never {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { Self.endWithoutReport(errno) }
    do throws(EngineError) {
      try work()
    } catch {
      Self.fail(error, to: descriptor)
    }
  }

  /// Tells by a signal what no report can tell: the disk is full, or anything else. No code would do, since
  /// those are the program's, and no child ends itself by a signal otherwise.
  private static func endWithoutReport(_ code: Int32) -> Never {
    kill(getpid(), code == ENOSPC || code == EDQUOT ? Self.diskIsFull : SIGKILL)
    _exit(1)
  }

  /// The signal by which a child ends that can neither do its work nor report, for want of space.
  static let diskIsFull = SIGXFSZ

  /// Writes the error down and ends the process.
  private static func fail(_ error: EngineError, to descriptor: Int32) -> Never {
    let lines = [error.kind.rawValue, error.message, error.help ?? ""]
    let bytes = Array(
      lines.map { $0.split(separator: "\n").joined(separator: " ") }.joined(separator: "\n").utf8)
    let count = write(descriptor, bytes, bytes.count)
    if count < bytes.count {
      let code = count < 0 ? errno : ENOSPC
      ftruncate(descriptor, 0)
      endWithoutReport(code)
    }
    _exit(1)
  }

  /// What the child has written, if anything; removes the file.
  func take() -> EngineError? {
    defer { unlink(path) }
    guard let bytes = try? Disk(workingDirectory: "/").read(path, limit: 1 << 16), !bytes.isEmpty else {
      return nil
    }
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    guard lines.count == 3, let kind = EngineError.Kind(rawValue: lines[0]) else { return nil }
    return EngineError(kind, lines[1], help: lines[2].isEmpty ? nil : lines[2])
  }
}

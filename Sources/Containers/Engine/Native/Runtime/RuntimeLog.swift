import DataSyntax
import Host
import Source

/// What `runc` wrote about a start that failed.
struct RuntimeLog: Sendable, Hashable {
  private let message: String

  /// Reads a log of JSON lines; the last error in it counts.
  init(at path: String) {
    let bytes = (try? Disk(workingDirectory: "/").read(path, limit: 1 << 20)) ?? []
    let messages = bytes.split(separator: 0x0A).compactMap { line -> String? in
      let source = SourceFile(FileID(path), bytes: Array(line))
      let root = DataParser.parse(DerivedText(source), as: .json).tree.root
      guard root["level"]?.string == "error" else { return nil }
      return root["msg"]?.string
    }
    message = messages.last ?? "it gave no reason"
  }

  init(message: String) { self.message = message }

  /// The code of a shell for a program that could not be run in a container, and what it says then; nil where none was
  /// refused.
  func refusal(of program: String) -> (code: Int32, words: String)? {
    guard let range = message.firstRange(of: "exec: \"") else { return nil }
    let reason = message[range.upperBound...]
    let isAbsent = reason.contains("not found") || reason.contains("no such file")
    let words =
      isAbsent
      ? "No such file or directory"
      : reason.contains("permission denied") ? "Permission denied" : "Exec format error"
    return (isAbsent ? 127 : 126, "exec: `\(program)`: \(words)\n")
  }

  /// The failure in our words, with what to do about it.
  func error(starting process: ContainerSpec.Process = .idle) -> EngineError {
    let text = message.split(separator: "\n").joined(separator: " ")
    if process == .own, let range = text.firstRange(of: "exec: ") {
      return EngineError(
        .notStarted, "the image's own program cannot be started: \(text[range.lowerBound...])",
        help: "`ovenproof image show` tells what its entrypoint and command are")
    }
    if text.contains("no space left on device") {
      return EngineError(
        .noSpace, "no space is left for the container", help: HostError.Reason.noSpace.help)
    }
    if text.contains("exec: \"/bin/sh\"") {
      return .noShell
    }
    if text.contains("cgroup") {
      return EngineError(
        .unavailable, "`runc` cannot make control groups: \(text)",
        help: "run as root outside of a container, or `mount -t cgroup2 none /sys/fs/cgroup`")
    }
    if text.contains("operation not permitted") || text.contains("permission denied") {
      return EngineError(
        .unavailable, "`runc` may not start a container here: \(text)",
        help:
          "run as root outside of a container, or use `--engine docker`; `ovenproof doctor` tells what is missing"
      )
    }
    return EngineError(.failed, "`runc` cannot start the container: \(text)")
  }
}

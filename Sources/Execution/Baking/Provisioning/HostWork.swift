import Host
import Packer
import Plan

/// Runs programs on the host for shell-local steps.
struct HostWork: Sendable {
  let files: Disk
  let environment: [String: String]
  /// Where scripts are written for as long as they run.
  let temporaryFolder: String

  /// A host path as an absolute one.
  func path(_ path: String) -> String { files.absolute(path) }

  /// Runs a program to its end; its script, where it has one, exists only as long.
  func run(_ run: HostRun, values: RunValues, lines: LineAssembler) async throws {
    var extra: [Hole: String] = [:]
    var scriptPath: String?
    if let script = run.script {
      let path = try HostFile.makeTemporary(
        Array(try values.fill(script).utf8), in: temporaryFolder,
        suffix: run.scriptExtension.map { "." + $0 } ?? "",
        mode: 0o700)
      extra[HostRun.scriptHole] = path
      scriptPath = path
    }
    defer { if let scriptPath { HostFile.remove(scriptPath) } }
    var arguments: [String] = []
    for argument in run.arguments { arguments.append(try values.fill(argument, extra: extra)) }
    let command = Command(
      arguments, environment: .inherited(adding: environment), workingDirectory: files.workingDirectory)
    let termination = try await command.stream { chunk in
      switch chunk {
      case .output(let bytes): await lines.append(bytes, stream: 0)
      case .error(let bytes): await lines.append(bytes, stream: 1)
      }
    }
    await lines.flush()
    let code = termination.shellCode
    guard run.allowedExitCodes.contains(code) else {
      let allowed = run.allowedExitCodes.map(String.init).joined(separator: ", ")
      throw StepFailure(
        "the script on the host ended with exit code \(code); allowed are \(allowed)", exitCode: code)
    }
  }
}

import Glibc
import Host
import Packer
import Plan

/// Runs programs on the host.
struct HostWork: Sendable {
  let files: Disk
  let environment: [String: String]
  /// Where programs of the machine put what they need for a while.
  let temporaryFolder: String
  /// Where we do: what a killed run leaves there goes with the next one. Nil for the machine's own place.
  var scratchFolder: String?

  /// Where files and folders lie as long as a step or a container needs them.
  var workFolder: String { scratchFolder ?? temporaryFolder }

  /// A host path as an absolute one.
  func path(_ path: String) -> String { files.absolute(path) }

  /// Whether a program is there to be run: a path, or a name on the PATH.
  func hasProgram(_ name: String) -> Bool {
    guard !name.utf8.contains(0x2F) else { return access(path(name), X_OK) == 0 }
    let folders = (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
    return folders.contains { access("\($0)/\(name)", X_OK) == 0 }
  }

  /// Runs a program to its end; its script, where it has one, exists only as long.
  func run(_ run: HostRun, values: RunValues, lines: LineAssembler) async throws {
    guard try holds(run.condition, values) else { return }
    var extra: [Hole: String] = [:]
    var folder: String?
    defer { if let folder { try? HostFile.removeFolder(folder) } }
    if let script = run.script {
      // It may hold secrets: a folder that a killed run leaves is removed by the next.
      let made = try HostFile.makeTemporaryFolder(in: workFolder)
      folder = made
      extra[HostRun.scriptHole] = try HostFile.makeTemporary(
        Array(try values.fill(script).utf8), in: made, suffix: run.scriptExtension.map { "." + $0 } ?? "",
        mode: 0o700)
    }
    var variables = environment
    for (name, value) in run.environment { variables[name] = try values.fill(value) }
    let arguments = try run.arguments.map { try values.fill($0, extra: extra) }
    let command = Command(
      arguments, environment: .inherited(adding: variables), workingDirectory: files.workingDirectory)
    let code = try await stream(command, to: lines)
    guard !run.allowedExitCodes.contains(code) else { return }
    if let failure = run.failure {
      throw StepFailure(failure.replacing(placeholder: "N", with: String(code)), exitCode: code)
    }
    let allowed = run.allowedExitCodes.map(String.init).joined(separator: ", ")
    throw StepFailure(
      "the script on the host ended with exit code \(code); allowed are \(allowed)", exitCode: code)
  }

  /// Runs a command and hands its lines on; returns its exit code.
  func stream(_ command: Command, to lines: LineAssembler) async throws -> Int32 {
    let termination = try await command.stream { chunk in
      switch chunk {
      case .output(let bytes): await lines.append(bytes, stream: 0)
      case .error(let bytes): await lines.append(bytes, stream: 1)
      }
    }
    await lines.flush()
    return termination.shellCode
  }

  /// A galaxy file lists roles under `roles:`, or is as a whole a list of them, and collections under `collections:`.
  private func holds(_ condition: HostRun.Condition, _ values: RunValues) throws -> Bool {
    func hasLine(_ start: String, in path: RunText) throws -> Bool {
      try files.read(try values.fill(path), limit: 16 << 20).split(separator: 0x0A).contains {
        $0.starts(with: start.utf8)
      }
    }
    switch condition {
    case .always: return true
    case .listsCollections(let path): return try hasLine("collections:", in: path)
    case .listsRoles(let path):
      let hasRoles = try hasLine("roles:", in: path)
      return try hasRoles || !hasLine("collections:", in: path)
    }
  }
}

import DataSyntax
import Host
import Image
import Observation

extension NativeContainer {
  func attach(_ command: ContainerCommand, _ streams: AttachedStreams) async throws(EngineError) -> CommandEnd
  {
    guard case .runc(let path) = runtime.variant.walls, streams == .terminal else {
      let run = runRequest(for: command)
      let words = [runtime.child.executable, NativeEngineChild.mark, RunRequest.verb] + run.options.arguments
      let environment = ChildEnvironment.wrapped(running.environment.merging(command.environment) { $1 })
      let (code, error) = try await attached(words, environment)
      guard let error = error ?? ChildReport(path: run.report).take() else { return .exited(code) }
      guard error.kind == .notStarted, let failure = StartFailure(in: error.message) else { throw error }
      do throws(HostError) {
        try HostEnvironment.write(Array("\(failure.line)\n".utf8), to: 2)
      } catch { throw .host(error) }
      return .exited(failure.code)
    }
    let file = running.nextReport()
    let process = try await process(of: command)
    do throws(HostError) {
      try HostFile.write(
        process.json(running.capabilities, terminal: streams).compact, to: file + ".process", mode: 0o600)
    } catch { throw .host(error) }
    let (code, error) = try await attached(
      [
        path, "--root", runtime.home.runtimeState, "--log", file + ".log", "--log-format", "json", "exec",
        "--process", file + ".process", id,
      ], log: file + ".log")
    if let error { throw error }
    guard let refusal = RuntimeLog(at: file + ".log").refusal(of: command.arguments[0]) else {
      return .exited(code)
    }
    do throws(HostError) {
      try HostEnvironment.write(Array(refusal.words.utf8), to: 2)
    } catch { throw .host(error) }
    return .exited(refusal.code)
  }

  /// Runs what runs a program in the container on our own streams; its code, and why it could not be watched over.
  private func attached(
    _ words: [String], _ environment: [String: String] = [:], log: String? = nil
  ) async throws(EngineError) -> (code: Int32, error: EngineError?) {
    let request = runtime.attachRequest(to: running, words, log: log)
    do throws(HostError) {
      let termination = try await AttachedCommand(
        [runtime.child.executable, NativeEngineChild.mark, AttachRequest.verb] + request.options.arguments,
        environment: environment.merging(["PATH": ChildProcess.path]) { first, _ in first }
      ).run()
      return (termination.shellCode, ChildReport(path: request.report).take())
    } catch { throw .host(error) }
  }

  private func process(of command: ContainerCommand) async throws(EngineError) -> RuntimeConfiguration.Process
  {
    let named = try ContainerUser.named(command.user ?? imageUser, in: try await accounts())
    var process = RuntimeConfiguration.Process(
      arguments: command.arguments, environment: running.environment.merging(command.environment) { $1 },
      workingDirectory: command.workingDirectory ?? workingDirectory,
      user: try runtime.variant.identities?.admitted(named) ?? named,
      forbidsNewPrivileges: running.forbidsNewPrivileges)
    if process.environment["HOME"] == nil { process.environment["HOME"] = process.user.home }
    return process
  }

  /// The accounts of now: steps may have added some to those of the image.
  private func accounts() async throws(EngineError) -> AccountTable {
    func content(_ path: String) async -> [UInt8] {
      (try? await running.files(.read(path: path, limit: 16 << 20))) ?? []
    }
    return AccountTable(passwd: await content("/etc/passwd"), group: await content("/etc/group"))
  }
}

extension NativeRuntime {
  /// What is to be known of a container by who runs a program in it by a command, and may have to remove it.
  func attachRequest(to running: RunningProcess, _ words: [String], log: String?) -> AttachRequest {
    AttachRequest(
      container: running.process, removal: removal(of: running.name).request,
      lock: home.path(ofLock: running.name), report: running.nextReport(), log: log, words: words)
  }
}

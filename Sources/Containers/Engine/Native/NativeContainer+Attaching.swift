import DataSyntax
import Host
import Image

extension NativeContainer {
  func attach(_ command: ContainerCommand, _ streams: AttachedStreams) async throws(EngineError) -> CommandEnd
  {
    var environment = ["PATH": ChildProcess.path]
    let request: AttachRequest
    let program: ChildReport
    switch runtime.variant.walls {
    case .runc(let path):
      let file = running.nextReport() + ".process"
      let process = try await process(of: command)
      do throws(HostError) {
        try HostFile.write(
          process.json(running.capabilities, terminal: streams).compact, to: file, mode: 0o600)
      } catch { throw .host(error) }
      request = runtime.attachRequest(
        to: running, ["\(path)", "--root", runtime.home.runtimeState, "exec", "--process", file, id])
      program = ChildReport(path: request.report)
    case .namespaces, .chroot:
      let run = runRequest(for: command)
      environment.merge(
        ChildEnvironment.wrapped(running.environment.merging(command.environment) { $1 })
      ) { $1 }
      request = runtime.attachRequest(
        to: running,
        [runtime.child.executable, NativeEngineChild.mark, RunRequest.verb] + run.options.arguments)
      program = ChildReport(path: run.report)
    }
    let termination: Termination
    do throws(HostError) {
      termination = try await AttachedCommand(
        [runtime.child.executable, NativeEngineChild.mark, AttachRequest.verb] + request.options.arguments,
        environment: environment
      ).run()
    } catch { throw .host(error) }
    if let error = ChildReport(path: request.report).take() ?? program.take() { throw error }
    return .exited(termination.shellCode)
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
  func attachRequest(to running: RunningProcess, _ words: [String]) -> AttachRequest {
    AttachRequest(
      container: running.process, removal: removal(of: running.name),
      lock: home.path(ofLock: running.name), report: running.nextReport(), words: words)
  }
}

import Host

extension DockerContainer {
  func attach(_ command: ContainerCommand, _ streams: AttachedStreams) async throws(EngineError) -> CommandEnd
  {
    var words = client.program + ["exec", streams == .terminal ? "-it" : "-i"]
    if let user = command.user { words += ["-u", user] }
    if let folder = command.workingDirectory { words += ["-w", folder] }
    for name in command.environment.keys.sorted() { words += ["-e", name] }
    var environment = HostEnvironment.current()
    environment.merge(client.environment) { $1 }
    environment.merge(command.environment) { $1 }
    do throws(HostError) {
      let termination = try await AttachedCommand(words + [id] + command.arguments, environment: environment)
        .run()
      return .exited(termination.shellCode)
    } catch { throw .host(error) }
  }
}

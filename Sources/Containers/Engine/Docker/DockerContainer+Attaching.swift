import Host

extension DockerContainer {
  func attach(_ command: ContainerCommand, _ streams: AttachedStreams) async throws(EngineError) -> CommandEnd
  {
    var flags = [streams == .terminal ? "-it" : "-i"]
    if let user = command.user { flags += ["-u", user] }
    if let folder = command.workingDirectory { flags += ["-w", folder] }
    return try await ClientVariables(command.environment).flagged {
      (variables, environment) throws(EngineError) in
      var whole = HostEnvironment.current()
      whole.merge(client.environment) { $1 }
      whole.merge(environment) { $1 }
      let words = client.program + ["exec"] + variables + flags + [id] + command.arguments
      do throws(HostError) {
        return .exited(try await AttachedCommand(words, environment: whole).run().shellCode)
      } catch { throw .host(error) }
    }
  }
}

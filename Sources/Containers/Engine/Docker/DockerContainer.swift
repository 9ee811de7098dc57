import Glibc
import Host
import Image

/// A running container of docker or podman.
struct DockerContainer: RunningContainer {
  let id: String
  let imageUser: String
  let client: DockerClient
  /// Where notes of unfinished files lie.
  let scratch: String
  /// The program that calls `NativeEngineChild.runIfAsked`.
  let executable: String
  let shell: ShellProbe

  func run(_ command: ContainerCommand, output: @escaping OutputSink) async throws(EngineError) -> CommandEnd
  {
    var flags = [command.hasTerminal ? "-t" : "-i"]
    // The client's end does not end the program. It is found again by this mark, which all its children inherit.
    let isMarked = if command.deadline == nil { false } else { await shell.hasShell }
    let mark = isMarked ? "/dev/shm/.\(ContainerName.next())" : nil
    let words = ExecWords(command.arguments, readsRest: !command.input.isEmpty, mark: mark).words
    if let user = command.user { flags += ["-u", user] }
    if let folder = command.workingDirectory { flags += ["-w", folder] }
    let tail = LastWords()
    do throws(EngineError) {
      let termination = try await ClientVariables(command.environment).flagged {
        (variables, environment) throws(EngineError) in
        try await client.stream(
          ["exec"] + variables + flags + [id] + words, to: "run `\(command.arguments[0])`",
          input: command.input.isEmpty ? .none : .bytes(command.input), environment: environment,
          deadline: command.deadline
        ) { chunk in
          switch chunk {
          case .output(let bytes):
            // Clients of docker 28 tell on standard output that nothing could be started.
            await tail.append(bytes)
            await output(.output, bytes)
          case .error(let bytes):
            await tail.append(bytes)
            await output(.error, bytes)
          }
        }
      }
      return try await end(termination.shellCode, saying: await tail.text)
    } catch {
      guard error.kind == .timedOut else { throw error }
      if let mark { await killPrograms(marked: mark, of: command.user) }
      return .timedOut
    }
  }

  /// Tells the client's own failures from the program's codes.
  private func end(_ code: Int32, saying text: String) async throws(EngineError) -> CommandEnd {
    let dialect = client.dialect
    if dialect.codesOfAbsence.contains(code), DockerFailure(text, of: dialect).saysContainerEnded {
      return .disconnected
    }
    switch code {
    case _
    where dialect.codesOfRefusal.contains(code)
      && (text.contains("exec failed") || text.contains("unable to find")):
      if text.contains("exec: \""), text.contains("no such file") || text.contains("not found") {
        return .exited(127)
      }
      if text.contains("exec: \"") || text.contains("exec format error") { return .exited(126) }
      throw client.error(text, "run a program in the container")
    case 137: return try await isRunning() ? .exited(code) : .disconnected
    default: return .exited(code)
    }
  }

  private func isRunning() async throws(EngineError) -> Bool {
    do throws(EngineError) {
      return try await client.run(
        ["inspect", "--format", "{{.State.Running}}", id], to: "look at the container") == "true"
    } catch {
      return false
    }
  }

  /// As the program's user first: root in a container may not look into programs of others.
  private func killPrograms(marked mark: String, of user: String?) async {
    let flags = [user.map { ["-u", $0] } ?? [], ["-u", "0"]]
    for flags in flags {
      _ = try? await client.run(
        ["exec"] + flags + [id] + ExecWords.killing(mark: mark), to: "end a program that took too long",
        deadline: 20)
    }
  }

  func copyIn(tar: [UInt8], to folder: String) async throws(EngineError) {
    try await client.run(
      ["cp"] + client.dialect.copyFlags + ["-", "\(id):\(ContainerPath(folder))"],
      to: "put files into `\(folder)` of the container",
      input: .bytes(tar))
  }

  func copyIn(path: String, contentsOnly: Bool, to destination: String) async throws(EngineError) {
    let source = contentsOnly ? path + "/." : path
    try await client.run(
      ["cp"] + client.dialect.copyFlags + [source, "\(id):\(destination)"],
      to: "copy `\(path)` to `\(destination)` of the container")
  }

  func export(to path: String) async throws(EngineError) {
    try await PartialFile.write(path, notedIn: scratch) { (part) throws(EngineError) in
      try await client.write(["export", id], to: part, attempting: "export the container")
    }
  }

  func commit(_ commit: ImageCommit) async throws(EngineError) -> EngineImage {
    var flags = client.dialect.commitFlags
    if let author = commit.author { flags += ["--author", author] }
    for change in client.dialect.changes(commit.changes) { flags += ["--change", change] }
    if let message = commit.message { flags += ["--message", message] }
    let image = try await client.run(["commit"] + flags + [id], to: "commit the container")
    return EngineImage(id: DockerEngine.identity(image), name: nil)
  }
}

/// The end of what a program, or docker in its place, wrote.
private actor LastWords {
  private var bytes: [UInt8] = []

  func append(_ more: [UInt8]) { bytes = Array((bytes + more).suffix(4096)) }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}

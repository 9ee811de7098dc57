import Engine
import Host
import Packer
import Plan

extension ContainerWork {
  /// Runs a play on the host while its tasks find the container behind a door; the door closes with the play.
  func play(_ play: HostPlay) async throws {
    // The path of a socket may be 107 bytes long.
    let scratch = host.scratchFolder.flatMap { $0.utf8.count < 70 ? $0 : nil } ?? host.temporaryFolder
    let folder = try HostFile.makeTemporaryFolder(in: scratch)
    defer { try? HostFile.removeFolder(folder) }
    var extra = [HostPlay.userHole: await OwnAccount.name()]
    let inventory = try play.inventory.map { try write($0, extra, in: folder) }
    defer { if let inventory, play.inventory?.isKept != true { HostFile.remove(inventory) } }
    if let inventory { extra[HostPlay.inventoryHole] = inventory }
    let arguments = try play.arguments.map { try values.fill($0, extra: extra) }
    let command = Command(
      arguments, environment: .inherited(adding: try environment(of: play, in: folder)),
      workingDirectory: host.files.workingDirectory)
    let door = ContainerDoor(listener: try LocalListener(folder + "/socket"), work: self)
    let code = try await withThrowingTaskGroup(of: Int32?.self) { group in
      defer { group.cancelAll() }
      group.addTask {
        await door.serve()
        return nil
      }
      group.addTask { try await host.stream(command, to: lines) }
      while let ended = try await group.next() { if let ended { return ended } }
      throw CancellationError()
    }
    guard code == 0 else {
      throw StepFailure("`\(arguments[0])` failed: exit code \(code)", exitCode: code)
    }
  }

  private func write(
    _ inventory: HostPlay.Inventory, _ extra: [Hole: String], in folder: String
  ) throws -> String {
    let place = try inventory.folder.map { host.path(try values.fill($0)) } ?? folder
    let number = UInt32.random(in: .min ... .max)
    let path = "\(place)/packer-provisioner-ansible\(number)"
    try HostFile.write(
      Array(try values.fill(inventory.content, extra: extra).utf8), to: path, mode: 0o600)
    return path
  }

  /// The user's variables, and those by which Ansible finds the plugin and the plugin the door.
  private func environment(of play: HostPlay, in folder: String) throws -> [String: String] {
    let plugins = folder + "/connection"
    try HostFile.makeFolder(plugins, mode: 0o700)
    for name in AnsiblePlugin.names {
      try HostFile.write(
        Array(AnsiblePlugin.text(named: name).utf8), to: "\(plugins)/\(name).py", mode: 0o600)
    }
    var variables = host.environment
    for (name, value) in play.environment { variables[name] = try values.fill(value) }
    let usual = "~/.ansible/plugins/connection:/usr/share/ansible/plugins/connection"
    variables["ANSIBLE_CONNECTION_PLUGINS"] =
      plugins + ":" + (variables["ANSIBLE_CONNECTION_PLUGINS"] ?? usual)
    variables["ANSIBLE_TRANSPORT"] = AnsiblePlugin.names[0]
    variables[AnsiblePlugin.socketVariable] = folder + "/socket"
    let names = try play.containerNames.map { try values.fill($0) } + [values.containerID].compactMap { $0 }
    variables[AnsiblePlugin.namesVariable] = names.joined(separator: "\n")
    return variables
  }

  /// Runs a command as `shell` does, and gathers what it prints.
  func outcome(
    of command: String, input: [UInt8], as user: String?
  ) async throws -> (code: Int32, output: [UInt8], errors: [UInt8]) {
    var call = try self.call(of: command)
    call.input = input
    if let user { call.user = user }
    let gathered = GatheredOutput()
    let end = try await needed().run(call) { stream, bytes in await gathered.append(bytes, stream) }
    guard case .exited(let code) = end else { throw StepFailure("the container ended while the command ran") }
    return (code, await gathered.output, await gathered.errors)
  }
}

/// What a command prints, by stream, up to a limit: a task of Ansible that prints more is cut.
private actor GatheredOutput {
  private static let limit = 256 << 20
  private(set) var output: [UInt8] = []
  private(set) var errors: [UInt8] = []

  func append(_ bytes: [UInt8], _ stream: OutputStream) {
    switch stream {
    case .output: output += bytes.prefix(Self.limit - output.count)
    case .error: errors += bytes.prefix(Self.limit - errors.count)
    }
  }
}

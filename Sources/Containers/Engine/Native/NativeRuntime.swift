import DataSyntax
import Glibc
import Host
import Image

/// Starts and removes the containers of the native engine.
struct NativeRuntime: Sendable {
  let home: NativeHome
  let child: ChildProcess
  /// The path of `runc`.
  let program: String
  /// Whether it can filter system calls.
  let canFilter: Bool

  /// Starts a container in a scratch folder made for it.
  func start(_ name: ContainerName, from base: BaseTree, _ spec: ContainerSpec) async throws(EngineError) -> NativeContainer {
    let scratch = home.scratch(of: name)
    let capabilities = try CapabilitySet.granted(to: spec, available: .ownBounding)
    let environment = Self.environment(base.configuration, spec)
    let configuration = RuntimeConfiguration(
      scratch: scratch, spec: spec,
      process: try Self.process(base.configuration, spec, environment), capabilities: capabilities,
      volumes: base.configuration.volumes, canFilter: canFilter)
    try ScratchFiles(scratch: scratch).make(
      configuration: try configuration.json().compact, volumes: base.configuration.volumes.count)
    let request = StartRequest(
      scratch: scratch, name: "\(name)", runtime: program, runtimeState: home.runtimeState,
      report: scratch.reports + "/start", volumes: base.configuration.volumes, layers: base.layers)
    let termination = try await child.run(
      StartRequest.verb, request.options, report: request.report, environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"])
    guard termination.succeeded, let process = Self.firstProcess(in: scratch) else {
      throw RuntimeLog(at: scratch.log).error
    }
    return NativeContainer(
      name: name, scratch: scratch, process: process, child: child, base: base, environment: environment,
      capabilities: capabilities, isFiltered: !spec.privileged)
  }

  /// Ends a container and removes all that it had; an absent one is no error.
  func remove(_ name: ContainerName) async throws(EngineError) {
    let scratch = home.scratch(of: name)
    if let process = Self.firstProcess(in: scratch) { kill(process.number, SIGKILL) }
    for attempt in 0... {
      guard Disk(workingDirectory: "/").status(home.runtimeState + "/\(name)") != nil else { break }
      // Killed, a process still takes a moment to be gone; `--force` at once would wait a tenth of a second.
      let force = attempt < 20 ? [] : ["--force"]
      let command = Command(
        [program, "--root", home.runtimeState, "delete"] + force + ["\(name)"], deadline: 20)
      let output: CommandOutput
      do throws(HostError) { output = try await command.output() } catch { throw .host(error) }
      if output.termination.succeeded { break }
      guard attempt < 40 else {
        throw EngineError(.failed, "cannot remove the container `\(name)`: \(String(decoding: output.error, as: UTF8.self))")
      }
      try? await Task.sleep(for: .milliseconds(2))
    }
    try TreeRemoval.remove(scratch.path)
  }

  private static func firstProcess(in scratch: Scratch) -> ProcessIdentity? {
    guard let bytes = try? Disk(workingDirectory: "/").read(scratch.pidFile, limit: 32),
      let number = Int32(String(decoding: bytes, as: UTF8.self))
    else { return nil }
    return ProcessIdentity(running: number)
  }

  private static func process(
    _ image: ImageConfiguration, _ spec: ContainerSpec, _ environment: [String: String]
  ) throws(EngineError) -> RuntimeConfiguration.Process {
    // A relative folder starts at `/`, and the runtime makes an absent one.
    let folder = ContainerPath(image.workingDirectory).text
    let root = ContainerUser(id: 0, group: 0, groups: [], home: "/root")
    switch spec.process {
    case .idle:
      return RuntimeConfiguration.Process(
        arguments: ["/bin/sh"], environment: environment, workingDirectory: folder, user: root)
    case .own:
      let arguments = (image.entrypoint ?? []) + (image.command ?? [])
      guard !arguments.isEmpty else { throw EngineError(.invalid, "the image names no program to start") }
      return RuntimeConfiguration.Process(
        arguments: arguments, environment: environment, workingDirectory: folder, user: root)
    }
  }

  /// What every program in the container finds in its environment.
  private static func environment(_ image: ImageConfiguration, _ spec: ContainerSpec) -> [String: String] {
    var all = [
      "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOSTNAME": RuntimeConfiguration.hostName,
    ]
    for entry in image.environment {
      guard let equals = entry.firstIndex(of: "=") else { continue }
      all[String(entry[..<equals])] = String(entry[entry.index(after: equals)...])
    }
    return all.merging(spec.environment) { $1 }
  }
}

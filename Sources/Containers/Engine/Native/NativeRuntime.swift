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
  func start(_ name: ContainerName, from base: BaseTree, _ spec: ContainerSpec) async throws(EngineError)
    -> RunningProcess
  {
    let scratch = home.scratch(of: name)
    let capabilities = try CapabilitySet.granted(to: spec, available: .ownBounding)
    let environment = Self.environment(base.configuration, spec)
    let configuration = RuntimeConfiguration(
      scratch: scratch, spec: spec,
      process: try Self.process(base, spec, environment), capabilities: capabilities,
      volumes: base.configuration.volumes, canFilter: canFilter)
    try ScratchFiles(scratch: scratch).make(configuration: try configuration.json().compact, base: base)
    let request = StartRequest(
      scratch: scratch, name: "\(name)", runtime: program, runtimeState: home.runtimeState,
      report: scratch.reports + "/start", volumes: base.configuration.volumes, layers: base.layers)
    // Not cut short: half a start is hard to clean up, and a whole one takes less time than it would to end
    // it.
    let termination = try await outsideCancellation { [child] () throws(EngineError) in
      try await child.run(
        StartRequest.verb, request.options, report: request.report,
        environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"])
    }
    guard !Task.isCancelled else { throw EngineError(.cancelled, "interrupted") }
    guard termination.succeeded, let process = scratch.firstProcess else {
      throw RuntimeLog(at: scratch.log).error
    }
    return RunningProcess(
      name: name, scratch: scratch, process: process, child: child, environment: environment,
      capabilities: capabilities,
      isFiltered: !spec.privileged)
  }

  /// Whether a `runc` can filter system calls: it tells which library it was built with for that.
  static func canFilter(_ program: String) async throws(EngineError) -> Bool {
    let output: CommandOutput
    do throws(HostError) {
      output = try await Command([program, "--version"], deadline: 20).output()
    } catch {
      throw .host(error)
    }
    return String(decoding: output.output, as: UTF8.self).contains("libseccomp")
  }

  /// Ends a container and removes all that it had; an absent one is no error.
  func remove(_ name: ContainerName) async throws(EngineError) {
    let bar = try await home.barStart(of: name)
    defer { _ = bar }
    let request = RemoveRequest(
      scratch: home.scratch(of: name), name: name, runtime: program, runtimeState: home.runtimeState,
      report: home.report(of: name))
    let termination = try await child.run(RemoveRequest.verb, request.options, report: request.report)
    guard termination.succeeded else {
      throw EngineError(.failed, "the container `\(name)` could not be removed")
    }
    home.forget(name)
  }

  private static func process(
    _ base: BaseTree, _ spec: ContainerSpec, _ environment: [String: String]
  ) throws(EngineError) -> RuntimeConfiguration.Process {
    // A relative folder starts at `/`, and the runtime makes an absent one.
    var process = RuntimeConfiguration.Process(
      arguments: ["/bin/sh"], environment: environment,
      workingDirectory: ContainerPath(base.configuration.workingDirectory).text,
      user: ContainerUser(id: 0, group: 0, groups: [], home: "/root"))
    guard spec.process == .own else { return process }
    process.arguments = (base.configuration.entrypoint ?? []) + (base.configuration.command ?? [])
    guard !process.arguments.isEmpty else {
      throw EngineError(.invalid, "the image names no program to start")
    }
    process.user = try ContainerUser.named(base.configuration.user, in: base.accounts)
    if process.environment["HOME"] == nil { process.environment["HOME"] = process.user.home }
    return process
  }

  /// What every program in the container finds in its environment.
  private static func environment(_ image: ImageConfiguration, _ spec: ContainerSpec) -> [String: String] {
    var all = [
      "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
      "HOSTNAME": RuntimeConfiguration.hostName,
    ]
    for entry in image.environment {
      guard let equals = entry.firstIndex(of: "=") else { continue }
      all[String(entry[..<equals])] = String(entry[entry.index(after: equals)...])
    }
    return all.merging(spec.environment) { $1 }
  }
}

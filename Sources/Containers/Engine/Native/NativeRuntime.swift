import DataSyntax
import Glibc
import Host
import Image
import Source

/// Starts and removes the containers of the native engine.
struct NativeRuntime: Sendable {
  let home: NativeHome
  let child: ChildProcess
  let variant: NativeVariant
  let store: ImageStore

  /// Seconds: a start takes hundredths of one.
  private static let startDeadline = 120.0

  /// Starts a container in a scratch folder made for it.
  func start(_ name: ContainerName, from base: BaseTree, _ spec: ContainerSpec) async throws(EngineError)
    -> RunningProcess
  {
    let scratch = home.scratch(of: name)
    let capabilities = try CapabilitySet.granted(to: spec, available: .ownBounding)
    let environment = Self.environment(base.configuration, spec)
    let configuration = RuntimeConfiguration(
      scratch: scratch, spec: spec,
      process: try process(base, spec, environment), capabilities: capabilities,
      volumes: base.configuration.volumes, variant: variant)
    try ScratchFiles(scratch: scratch, mountPoints: home.mountPoints).make(
      configuration: try configuration.json().compact, base: base,
      hostName: spec.hostName ?? RuntimeConfiguration.hostName)
    let layers = try await perform(
      variant.walls == .chroot
        ? .copy(image: base.start.digest, scratch)
        : .prepare(image: base.start.digest, upper: scratch.upper), report: scratch.reports + "/prepare")
    let request = StartRequest(
      scratch: scratch, name: "\(name)", walls: variant.walls, runtimeState: home.runtimeState,
      report: scratch.reports + "/start", identities: variant.identities,
      volumes: base.configuration.volumes, keepsMainProcess: spec.process == .own,
      ownerLock: home.path(ofLock: name), layers: layers)
    // Not cut short: half a start is hard to clean up, and a whole one takes less time than it would to end
    // it.
    let termination: Termination
    do throws(EngineError) {
      termination = try await outsideCancellation { [child] () throws(EngineError) in
        try await child.run(
          StartRequest.verb, request.options, report: request.report, deadline: Self.startDeadline)
      }
    } catch {
      guard error.kind == .timedOut else { throw error }
      throw EngineError(
        .failed, "the container did not start within \(Int(Self.startDeadline)) s",
        help: "where `runc` hangs, `--engine native:namespaces` does without it")
    }
    guard !Task.isCancelled else { throw EngineError(.cancelled, "interrupted") }
    guard termination.succeeded, let process = scratch.firstProcess(of: spec.process) else {
      throw RuntimeLog(at: scratch.log).error(starting: spec.process)
    }
    return RunningProcess(
      name: name, scratch: scratch, process: process, child: child, environment: environment,
      capabilities: capabilities,
      isFiltered: !spec.privileged && variant.canFilterItself,
      forbidsNewPrivileges: spec.forbidsNewPrivileges,
      isIdle: spec.process == .idle && variant.walls != .chroot)
  }

  /// Does work on layers: here as root, else in a child; returns the answer's lines.
  func perform(_ work: LayerWork, report: String) async throws(EngineError) -> [String] {
    guard let identities = variant.identities else {
      return try work.perform(in: store, variant.unpackingStyle)
    }
    let request = LayerRequest(
      folders: store.folders, identities: identities, report: report, work: work)
    let answer = CollectedBytes()
    let termination = try await child.run(LayerRequest.verb, request.options, report: report) { chunk in
      if case .output(let bytes) = chunk { await answer.append(bytes) }
    }
    guard termination.succeeded else {
      throw EngineError(.failed, "a child of the engine ended with code \(termination.shellCode)")
    }
    return String(decoding: await answer.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Ends a container and removes all that it had; an absent one is no error.
  func remove(_ name: ContainerName) async throws(EngineError) {
    let bar = try await home.barStart(of: name)
    defer { _ = bar }
    let removal = removal(of: name)
    if try removal.needsChild() {
      let request = removal.request
      let termination = try await child.run(RemoveRequest.verb, request.options, report: request.report)
      guard termination.succeeded else {
        throw EngineError(.failed, "the container `\(name)` could not be removed")
      }
    } else {
      removal.endProcesses()
      try removal.removeFiles()
    }
    home.forget(name)
  }

  func removal(of name: ContainerName) -> ContainerRemoval {
    ContainerRemoval(
      request: RemoveRequest(
        scratch: home.scratch(of: name), name: name, walls: variant.walls,
        runtimeState: home.runtimeState, report: home.report(of: name), identities: variant.identities))
  }

  private func process(
    _ base: BaseTree, _ spec: ContainerSpec, _ environment: [String: String]
  ) throws(EngineError) -> RuntimeConfiguration.Process {
    // The runtime makes an absent folder.
    var process = RuntimeConfiguration.Process(
      arguments: ["/bin/sh"], environment: environment,
      workingDirectory: ContainerPath(spec.workingDirectory ?? base.configuration.workingDirectory).text,
      user: ContainerUser(id: 0, group: 0, groups: [0], home: "/root"),
      forbidsNewPrivileges: spec.forbidsNewPrivileges)
    guard spec.process == .own else { return process }
    process.arguments = spec.ownProgram(of: base.configuration)
    guard !process.arguments.isEmpty else {
      throw EngineError(.invalid, "the image names no program to start")
    }
    let named = try ContainerUser.named(spec.user ?? base.configuration.user, in: base.accounts)
    process.user = try variant.identities?.admitted(named) ?? named
    if process.environment["HOME"] == nil { process.environment["HOME"] = process.user.home }
    return process
  }

  /// What every program in the container finds in its environment.
  private static func environment(_ image: ImageConfiguration, _ spec: ContainerSpec) -> [String: String] {
    var all = [
      "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
      "HOSTNAME": spec.hostName ?? RuntimeConfiguration.hostName,
    ]
    for (name, value) in image.environment.compactMap(\.assignment) { all[name] = value }
    for name in spec.withdrawn { all[name] = nil }
    return all.merging(spec.environment) { $1 }
  }
}

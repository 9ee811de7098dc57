import Engine
import Host
import Image
import Packer
import Plan

extension BuildRun {
  /// Starts the container, runs the steps in it, and then, outside of it, the post-processors.
  func runInContainer() async {
    guard let first = plan.steps.first, case .start(let start) = first.action else {
      preconditionFailure("a plan for a container begins with its start")
    }
    let clock = ContinuousClock()
    let began = clock.now
    await kitchen.sink(.stepStarted(build: plan.name, step: first, index: 1))
    do {
      let base = try await baseImage(start)
      self.base = base
      let shared = try HostFile.makeTemporaryFolder(in: kitchen.host.workFolder)
      defer { try? HostFile.removeFolder(shared) }
      sharedFolder = shared
      let spec = try await self.spec(of: start, sharing: shared)
      let resumption = await resumption(from: base)
      if let record = resumption.record, let last = resumption.last, plan.steps[last].kind == .commit {
        await reuse(record)
      } else {
        try await kitchen.engine.withContainer(from: resumption.image, spec) { container in
          await self.started(first, container, after: began.duration(to: clock.now).seconds)
          await self.runSteps(after: resumption.last, in: container, start)
        }
        await shrinkSnapshots()
      }
    } catch {
      let failure = StepFailure.wrapping(error)
      if results.isEmpty {
        await record(
          StepResult(
            first, .failed, message: failure.message, duration: began.duration(to: clock.now).seconds))
      } else {
        await note("the container could not be removed cleanly: \(failure.message)")
      }
    }
    if !kitchen.options.isDryRun { await postProcess() }
    appendTheRest()
  }

  private func started(_ step: Step, _ container: any RunningContainer, after seconds: Double) async {
    values.containerID = container.id
    await record(StepResult(step, .done, duration: seconds))
  }

  /// The provisioners, then the commit, export or discard; after a failure the cleanup provisioner.
  ///
  /// Steps up to the index `last` are in the container already.
  private func runSteps(after last: Int?, in container: any RunningContainer, _ start: ContainerStart) async {
    for (index, step) in plan.steps.enumerated().dropFirst() where step.kind != .postProcess {
      if let last, index <= last {
        await kitchen.sink(.stepStarted(build: plan.name, step: step, index: index + 1))
        await record(StepResult(step, .cached))
        continue
      }
      if kitchen.options.isDryRun {
        await rehearse(step, index: index + 1, in: container, start: start)
        continue
      }
      if let choice = await carryOut(step, index: index + 1, in: container, start) {
        await keepState(of: container)
        await cleanUp(choice, in: container, start)
        return
      }
      await keepSnapshot(after: step, took: results.last?.duration ?? 0, in: container)
    }
    guard kitchen.options.isDryRun else { return await keepState(of: container) }
    do { try await tellOfSpace(in: container) } catch {
      await note("cannot tell how much space is free: \(StepFailure.wrapping(error).message)")
    }
  }

  /// Carries a step out, again as long as the user asked wants it; what is to be done about its failure, nil where there is none.
  private func carryOut(
    _ step: Step, index: Int, in container: any RunningContainer, _ start: ContainerStart
  ) async -> BakeOptions.OnError? {
    while true {
      await perform(step, index: index, in: container, start: start)
      guard let last = results.last, last.verdict == .failed else { return nil }
      guard kitchen.options.onError == .ask, !Task.isCancelled else { return kitchen.options.onError }
      switch await kitchen.question(plan.name, last) {
      case .cleanUp: return .cleanup
      case .abort: return .abort
      case .retry: results.removeLast()
      }
    }
  }

  private func cleanUp(
    _ choice: BakeOptions.OnError, in container: any RunningContainer, _ start: ContainerStart
  ) async {
    guard !Task.isCancelled else { return }
    if choice != .abort, let step = plan.errorCleanup {
      await note("running the error-cleanup-provisioner")
      await perform(step, index: 0, in: container, start: start)
    }
    guard choice == .abort || choice == .runCleanupProvisioner else { return }
    do {
      let kept = try await container.commit(ImageCommit(message: "left by a failed build"))
      await note("the container's state is kept as the image \(kept.id)")
    } catch { await note("the container's state could not be kept: \(StepFailure.wrapping(error).message)") }
  }

  private func spec(of start: ContainerStart, sharing folder: String) async throws -> ContainerSpec {
    var spec = ContainerSpec()
    spec.privileged = start.privileged
    spec.capabilitiesAdded = start.capabilitiesAdded
    spec.capabilitiesDropped = start.capabilitiesDropped
    for device in start.devices { spec.devices.append(try values.fill(device)) }
    for mount in start.tmpfs { spec.tmpfs.append(try values.fill(mount)) }
    // Nothing of ours needs it: scripts of a template may.
    if let place = start.sharedFolder, kitchen.engine.abilities.mounts {
      spec.mounts.append(.init(source: folder, destination: try values.fill(place)))
    }
    for volume in start.volumes {
      spec.mounts.append(
        try RunArguments.mount(
          of: try values.fill(volume.host), at: try values.fill(volume.container), on: kitchen.host))
    }
    guard !start.hasDefaultRunArguments else { return try findingFolders(of: spec, sharing: folder) }
    let arguments = try RunArguments(
      try start.runArguments.map { try values.fill($0) }, on: kitchen.host)
    let image = try values.fill(start.image)
    if let started = arguments.image, !Self.areSame(started, image) {
      throw StepFailure(
        "`run_command` starts `\(started)`, not the builder's image `\(image)`; write `{{.Image}}` in its place"
      )
    }
    for words in arguments.notes { await note(words) }
    try await tellOfProgram(of: arguments)
    runUser = arguments.user
    return try findingFolders(of: arguments.applied(to: spec), sharing: folder)
  }

  /// Says where an image's own program has a part in what Packer starts, since ours only idles: where such a program ends by
  /// itself, Packer's first step fails.
  private func tellOfProgram(of arguments: RunArguments) async throws {
    guard let base, let program = arguments.settings.program, program.entrypoint == nil,
      program.command.isEmpty || program.hasWaitingCommand,
      let own = try await kitchen.engine.program(of: base)
    else { return }
    let entrypoint = own.entrypoint ?? []
    let words = entrypoint + (program.command.isEmpty ? own.command : program.command)
    guard !words.isEmpty else {
      throw StepFailure(
        "`run_command` starts no program, and the image names none, which docker refuses: write `--entrypoint=/bin/sh`"
      )
    }
    guard !entrypoint.isEmpty || program.command.isEmpty,
      !ContainerSpec.Program(entrypoint: nil, command: words).idles
    else { return }
    await note(
      "the container idles instead of running `\(words.joined(separator: " "))`; Packer runs it, and its steps fail where it ends by itself"
    )
  }

  /// Docker makes the folders of volumes that are not there. A rehearsal leaves nothing: it mounts the empty folder that the
  /// container shares anyway.
  private func findingFolders(of spec: ContainerSpec, sharing folder: String) throws -> ContainerSpec {
    var spec = spec
    for (index, mount) in spec.mounts.enumerated()
    where !mount.isNamed && kitchen.host.files.status(mount.source) == nil {
      guard kitchen.options.isDryRun else {
        try HostFile.makeFolder(mount.source)
        continue
      }
      spec.mounts[index] = .init(
        source: folder, destination: mount.destination, isReadOnly: mount.isReadOnly)
    }
    return spec
  }

  private static func areSame(_ one: String, _ other: String) -> Bool {
    guard one != other else { return true }
    guard let one = try? ImageReference.parse(one).get() else { return false }
    return one == (try? ImageReference.parse(other).get())
  }

  private func baseImage(_ start: ContainerStart) async throws -> EngineImage {
    let reference = try values.fill(start.image)
    if case .failure(let fault) = ImageReference.parse(reference) {
      throw EngineError(
        .invalid, "`\(reference)` is no image name: \(fault.message)",
        help: plan.standIn == nil
          ? "correct `image` in the template"
          : "correct the image that stands in, under `stand-ins` or `--stand-in`"
      )
    }
    let isAsked = try await asksRegistry(for: reference, start)
    if !isAsked {
      if let found = try await kitchen.engine.image(named: reference) { return found }
      guard start.pulls, kitchen.options.pull != .never else {
        throw EngineError(
          .imageNotFound,
          "the \(kitchen.engine.name) engine has no image `\(reference)`, and it is not to be pulled",
          help: "bring it in with `ovenproof image import PATH --as \(reference)`")
      }
    }
    await note(isAsked ? "asking the registry for \(reference)" : "pulling \(reference)")
    let credentials = try start.login.map(postProcessor().credentials)
    do throws(EngineError) {
      return try await kitchen.engine.pull(reference, credentials: credentials)
    } catch {
      guard isAsked, kitchen.options.pull == .changed, error.kind != .cancelled else { throw error }
      throw EngineError(
        error.kind, error.message,
        help: [error.help, "`--pull missing` takes the image that is here"].compactMap(\.self)
          .joined(separator: "; "))
    }
  }

  /// Whether the registry has a say in which image a name means, even where the engine has one of it.
  private func asksRegistry(for reference: String, _ start: ContainerStart) async throws(EngineError) -> Bool
  {
    guard start.pulls else { return false }
    switch kitchen.options.pull {
    case .always: return true
    case .missing, .never: return false
    // Packer pulls no image that stands in for a machine.
    case .changed where plan.standIn != nil: return false
    case .changed: return try await kitchen.engine.hasFromRegistry(reference)
    }
  }
}

import Engine
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
      let spec = try await self.spec(of: start)
      let (image, lastStep) = try await resumption(from: base)
      try await kitchen.engine.withContainer(from: image, spec) { container in
        await self.started(first, container, after: began.duration(to: clock.now).seconds)
        await self.runSteps(after: lastStep, in: container, start)
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
    let seen = Set(results.map(\.id))
    for step in plan.steps where !seen.contains(step.id) { results.append(StepResult(step, .notRun)) }
  }

  private func started(_ step: Step, _ container: any RunningContainer, after seconds: Double) async {
    values.containerID = container.id
    await record(StepResult(step, .done, duration: seconds))
  }

  /// The provisioners, then the commit, export or discard; after a failure the cleanup provisioner.
  ///
  /// Steps up to `lastStep` are in the container already.
  private func runSteps(after lastStep: String?, in container: any RunningContainer, _ start: ContainerStart)
    async
  {
    var isCached = lastStep != nil
    for (index, step) in plan.steps.enumerated().dropFirst() where step.kind != .postProcess {
      if isCached {
        isCached = step.id != lastStep
        await kitchen.sink(.stepStarted(build: plan.name, step: step, index: index + 1))
        await record(StepResult(step, .cached))
        continue
      }
      if kitchen.options.isDryRun {
        await rehearse(step, index: index + 1, in: container, start: start)
        continue
      }
      await perform(step, index: index + 1, in: container, start: start)
      guard let last = results.last, last.verdict == .failed else {
        await keepSnapshot(after: step, took: results.last?.duration ?? 0, in: container)
        continue
      }
      await cleanUp(after: last, in: container, start)
      return
    }
  }

  private func cleanUp(after failed: StepResult, in container: any RunningContainer, _ start: ContainerStart)
    async
  {
    guard !Task.isCancelled else { return }
    var choice = kitchen.options.onError
    if choice == .ask { choice = await kitchen.question(plan.name, failed) }
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

  private func spec(of start: ContainerStart) async throws -> ContainerSpec {
    var spec = ContainerSpec()
    spec.privileged = start.privileged
    spec.capabilitiesAdded = start.capabilitiesAdded
    spec.capabilitiesDropped = start.capabilitiesDropped
    for device in start.devices { spec.devices.append(try values.fill(device)) }
    for mount in start.tmpfs { spec.tmpfs.append(try values.fill(mount)) }
    for volume in start.volumes {
      spec.mounts.append(
        .init(
          source: kitchen.host.path(try values.fill(volume.host)),
          destination: try values.fill(volume.container)))
    }
    guard !start.hasDefaultRunArguments else { return spec }
    let arguments = try RunArguments(try start.runArguments.map { try values.fill($0) })
    for words in arguments.notes { await note(words) }
    runUser = arguments.user
    return arguments.applied(to: spec)
  }

  private func baseImage(_ start: ContainerStart) async throws -> EngineImage {
    let reference = try values.fill(start.image)
    if case .failure(let fault) = ImageReference.parse(reference) {
      throw EngineError(
        .invalid, "`\(reference)` is no image name: \(fault.message)", help: "correct `image` in the template"
      )
    }
    let policy = kitchen.options.pull
    if policy != .always || !start.pulls {
      if let found = try await kitchen.engine.image(named: reference) { return found }
      guard start.pulls, policy == .missing else {
        throw EngineError(
          .imageNotFound,
          "the \(kitchen.engine.name) engine has no image `\(reference)`, and it is not to be pulled",
          help: "bring it in with `ovenproof image import PATH --as \(reference)`")
      }
    }
    await note("pulling \(reference)")
    return try await kitchen.engine.pull(
      reference, credentials: try start.login.map(postProcessor().credentials))
  }
}

import Engine
import Packer
import Plan

extension BuildRun {
  /// Carries out a step with its pause, time limit and retries, and records what became of it.
  func perform(
    _ step: Step, index: Int, in container: (any RunningContainer)?, start: ContainerStart?
  ) async {
    let clock = ContinuousClock()
    let began = clock.now
    await kitchen.sink(.stepStarted(build: plan.name, step: step, index: index))
    let lines = lineAssembler()
    do {
      try await attempts(of: step) { [self] in
        try await self.act(step, in: container, start: start, lines: lines)
      }
      await lines.flush()
      await record(
        StepResult(step, .done, tail: await lines.tail, duration: began.duration(to: clock.now).seconds))
    } catch {
      await lines.flush()
      // What a killed program answers to an interruption is no failure of its own.
      let failure = Task.isCancelled ? StepFailure("interrupted") : StepFailure.wrapping(error)
      await record(
        StepResult(
          step, .failed, exitCode: failure.exitCode, message: mask.masking(failure.message),
          tail: await lines.tail, duration: began.duration(to: clock.now).seconds))
    }
  }

  /// Packer's wrappers: a pause or a time limit inside, the retries outside; the first attempt's error is the one told.
  private func attempts(of step: Step, _ work: @escaping @Sendable () async throws -> Void) async throws {
    var first: StepFailure?
    for attempt in 0...max(0, step.control.retries) {
      if attempt > 0 {
        await note("trying again, \(step.control.retries - attempt + 1) left: \(first?.message ?? "")")
      }
      do {
        if step.control.pauseBefore > 0 {
          await note("pausing \(step.control.pauseBefore.shownSeconds) before the step")
          try await Task.sleep(for: .seconds(step.control.pauseBefore))
        }
        try await limited(to: step.control.timeout, work)
        return
      } catch {
        let failure = StepFailure.wrapping(error)
        first = first ?? failure
        if Task.isCancelled { break }
      }
    }
    if let first { throw first }
  }

  private func limited(to seconds: Double?, _ work: @escaping @Sendable () async throws -> Void) async throws
  {
    guard let seconds else { return try await work() }
    try await withThrowingTaskGroup(of: Bool.self) { group in
      group.addTask {
        try await work()
        return true
      }
      group.addTask {
        try await Task.sleep(for: .seconds(seconds))
        return false
      }
      defer { group.cancelAll() }
      guard try await group.next() == true else {
        throw StepFailure("the step took longer than its timeout of \(seconds.shownSeconds)", isTimeout: true)
      }
    }
  }

  private func act(
    _ step: Step, in container: (any RunningContainer)?, start: ContainerStart?, lines: LineAssembler
  ) async throws {
    switch step.action {
    case .provision(let operations):
      try await work(in: container, start: start, lines: lines).perform(operations)
    case .commit(let commit): try await self.commit(commit, of: container)
    case .export(let path):
      let target = kitchen.host.path(try values.fill(path))
      try await container?.export(to: target)
      artifacts.append(Artifact(.export, files: [target], words: "exported file \(target)"))
    case .discard:
      artifacts.append(Artifact(.export, files: [], words: "nothing: the container was discarded"))
    case .unsupported(let why): throw StepFailure(why)
    case .start, .postProcess: preconditionFailure("`\(step.id)` is not a step inside a container")
    }
  }

  private func commit(_ commit: Commit, of container: (any RunningContainer)?) async throws {
    guard let container else { throw StepFailure("there is no container to commit") }
    let image = try await container.commit(
      ImageCommit(
        author: try commit.author.map { try values.fill($0) },
        message: try commit.message.map { try values.fill($0) },
        changes: try commit.changes.map { try values.fill($0) }))
    self.image = image
    values.imageDigest = image.id
    artifacts.append(Artifact(.image, image: image, words: "image \(image.id)"))
    await note("committed the image \(image.id)")
  }

  /// What carries out operations for a step of this build.
  func work(in container: (any RunningContainer)?, start: ContainerStart?, lines: LineAssembler)
    -> ContainerWork
  {
    let (sink, name, mask) = (kitchen.sink, plan.name, self.mask)
    return ContainerWork(
      container: container, start: start, runUser: runUser, host: kitchen.host, values: values, lines: lines,
      note: { await sink(.note(build: name, text: mask.masking($0))) })
  }
}

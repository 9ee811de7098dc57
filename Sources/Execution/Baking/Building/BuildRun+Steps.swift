import Engine
import Host
import Image
import Packer
import Plan
import Source

extension BuildRun {
  /// Carries out a step with its pause, time limit and retries, and records what became of it.
  func perform(
    _ step: Step, index: Int, in container: (any RunningContainer)?, start: ContainerStart?
  ) async {
    let clock = ContinuousClock()
    let began = clock.now
    await kitchen.sink(.stepStarted(build: plan.name, step: step, index: index))
    if kitchen.options.isDebug, index > 0 {
      await kitchen.key(plan.name, "before `\(mask.masking(step.title))`")
    }
    let lines = lineAssembler()
    do {
      try await attempts(of: step) { [self] in
        try await self.act(step, in: container, start: start, lines: lines)
      }
      await lines.flush()
      await record(
        StepResult(step, .done, tail: await lines.tail, duration: began.duration(to: clock.now).seconds))
    } catch {
      await recordFailure(of: step, error, lines, since: began)
      for words in plan.standIn?.unseen[step.id] ?? [] {
        await note("a container cannot show what may be the reason: \(words.value)")
      }
    }
  }

  /// Records that a step has failed.
  func recordFailure(
    of step: Step, _ error: any Error, _ lines: LineAssembler, since began: ContinuousClock.Instant
  ) async {
    await lines.flush()
    // What a killed program answers to an interruption is no failure of its own.
    let failure = Task.isCancelled ? StepFailure("interrupted") : StepFailure.wrapping(error)
    await record(
      StepResult(
        step, .failed, exitCode: failure.exitCode, message: mask.masking(failure.message),
        tail: await lines.tail, duration: began.duration(to: .now).seconds))
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
    case .commit(let commit): try await self.commit(commit, step, of: container)
    case .export(let path):
      let written = try values.fill(path)
      let target = kitchen.host.path(written)
      // Packer makes the folder, too.
      try HostFile.makeFolder(HostFile.folder(of: target))
      try await container?.export(to: target)
      artifacts.append(Artifact(.export, files: [written], words: "exported file \(target)"))
    case .makeFile(let making): try await make(making)
    case .discard:
      artifacts.append(Artifact(.export, files: [""], words: "nothing: the container was discarded"))
    case .unsupported(let why): throw StepFailure(why)
    case .start, .postProcess: preconditionFailure("`\(step.id)` is not a step inside a container")
    }
  }

  /// The `file` builder's work, with the modes that Packer's files have.
  private func make(_ making: FileMaking) async throws {
    let written = try values.fill(making.target)
    let target = kitchen.host.path(written)
    try HostFile.makeFolder(HostFile.folder(of: target))
    switch making.content {
    case .text(let text): try HostFile.write(Array(try values.fill(text).utf8), to: target, mode: 0o600)
    case .copy(let path):
      let source = FileSource(try OpenFile(kitchen.host.path(try values.fill(path))))
      try await PartialFile.make(target, notedIn: kitchen.host.workFolder) { part in
        try HostFileSink(over: part).write(contentsOf: source)
      }
    }
    artifacts.append(Artifact(.file, files: [written], words: "file \(written)"))
  }

  private func commit(_ commit: Commit, _ step: Step, of container: (any RunningContainer)?) async throws {
    guard let container else { throw StepFailure("there is no container to commit") }
    let image = try await container.commit(
      ImageCommit(
        author: try commit.author.map { try values.fill($0) },
        message: try commit.message.map { try values.fill($0) },
        changes: try commit.changes.map { try values.fill($0) }))
    self.image = image
    values.imageDigest = image.id
    artifacts.append(committed(image))
    await keepResult(of: step, image, in: container)
    await note("committed the image \(image.id)")
  }

  /// The committed image as an artifact; what a stand-in became is no product of its builder.
  func committed(_ image: EngineImage) -> Artifact {
    let words = plan.standIn.map { "stand-in \(image.id): \($0.product) was not made" } ?? "image \(image.id)"
    return Artifact(.image, image: image, words: words)
  }

  /// What carries out operations for a step of this build.
  func work(in container: (any RunningContainer)?, start: ContainerStart?, lines: LineAssembler)
    -> ContainerWork
  {
    let (sink, name, mask, key) = (kitchen.sink, plan.name, self.mask, kitchen.key)
    return ContainerWork(
      container: container, start: start, runUser: runUser, host: kitchen.host, values: values, lines: lines,
      note: { await sink(.note(build: name, text: mask.masking($0))) },
      waitForKey: { await key(name, mask.masking($0)) })
  }
}

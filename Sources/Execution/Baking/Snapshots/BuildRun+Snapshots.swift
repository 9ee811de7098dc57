import Engine
import Host
import Image
import Plan
import Source

/// What a build knows of snapshots while it runs.
struct CacheState: Sendable {
  let shelf: SnapshotShelf
  let recipe: BuildRecipe
  /// When the steps ran that are in the container now.
  var ran: [SnapshotRecord.Ran]
  /// What was done since the last snapshot, and what that one took, in seconds.
  var unkept = 0.0
  var cost = 0.02
  var keptAny = false
}

extension BuildRun {
  /// From where a build goes on.
  struct Resumption: Sendable {
    let image: EngineImage
    /// The index of the last step that is in it; nil for none.
    let last: Int?
    let record: SnapshotRecord?
  }

  /// The snapshot to start from, or the base where there is none.
  func resumption(from base: EngineImage) async -> Resumption {
    let nothing = Resumption(image: base, last: nil, record: nil)
    let policy = kitchen.options.snapshots
    guard !kitchen.options.isDryRun else { return nothing }
    guard let shelf = kitchen.engine.snapshots else {
      let words = "the engine `\(kitchen.engine.name)` keeps no snapshots: every step runs"
      if policy.explains { await kitchen.sink(.explanation(build: plan.name, text: words)) }
      return nothing
    }
    do {
      let recipe = BuildRecipe(
        of: plan, base: base.id, engine: kitchen.engine.name, files: kitchen.host.files,
        digests: try shelf.digests(), environment: kitchen.options.environment)
      let judgement = CacheJudgement(
        of: recipe, on: shelf, memory: shelf.memory(of: memoryName), policy: policy,
        start: policy.start(in: plan), now: HostEnvironment.now())
      if policy.explains { await explain(judgement, recipe) }
      if case .none = policy.use { return nothing }
      try shelf.keep(recipe.memory, of: memoryName)
      cache = CacheState(shelf: shelf, recipe: recipe, ran: judgement.found?.record.steps ?? [])
      guard let found = judgement.found else { return nothing }
      shelf.touch(found.record.key)
      return Resumption(
        image: EngineImage(id: "\(found.record.image)", name: nil), last: found.index, record: found.record)
    } catch {
      await note("no snapshot is used: \(error.message)")
      return nothing
    }
  }

  private func explain(_ judgement: CacheJudgement, _ recipe: BuildRecipe) async {
    for (index, entry) in recipe.entries.enumerated() {
      let words = "\(index + 1)/\(plan.steps.count) \(entry.step.title): \(judgement.explanation(of: index))"
      await kitchen.sink(.explanation(build: plan.name, text: mask.masking(words)))
    }
  }

  /// What tells this build from all others of this machine.
  private var memoryName: String {
    let file = plan.steps.first?.origin.file.path ?? ""
    return "\(kitchen.options.workingDirectory)\n\(file)\n\(plan.name)\n\(kitchen.engine.name)"
  }

  /// Keeps the state after a step, where what it saves is worth what it costs.
  func keepSnapshot(after step: Step, took seconds: Double, in container: any RunningContainer) async {
    guard var cache, step.kind == .provision, let entry = cache.recipe.entry(of: step) else { return }
    cache.unkept += seconds
    cache.ran.append(.init(step: step.id, time: HostEnvironment.now(), reachesNetwork: entry.reachesNetwork))
    defer { self.cache = cache }
    guard let key = entry.key, cache.unkept >= min(1, 5 * cache.cost), sharesNothing else { return }
    do {
      let clock = ContinuousClock()
      let began = clock.now
      guard let image = try await container.keepSnapshot(key) else { return }
      try cache.shelf.keep(
        SnapshotRecord(key: key, image: image, build: plan.name, steps: cache.ran, container: container.id))
      cache.cost = began.duration(to: clock.now).seconds
      cache.unkept = 0
      cache.keptAny = true
    } catch { await note("no snapshot was kept: \(StepFailure.wrapping(error).message)") }
  }

  /// Whether nothing lies in the folder that the container shares with the host, which no snapshot holds.
  private var sharesNothing: Bool {
    guard let sharedFolder, let names = try? kitchen.host.files.list(sharedFolder) else { return true }
    return names.isEmpty
  }

  /// Remembers the committed image, which an unchanged build gives again.
  func keepResult(of step: Step, _ image: EngineImage, in container: any RunningContainer) async {
    guard let cache, let key = cache.recipe.entry(of: step)?.key, let digest = Digest(image.id) else {
      return
    }
    let record = SnapshotRecord(
      key: key, image: digest, build: plan.name, steps: cache.ran, container: container.id)
    do { try cache.shelf.keep(record) } catch { await note("the image is not remembered: \(error.message)") }
  }

  /// Makes room where the snapshots take more than they may.
  func shrinkSnapshots() async {
    guard let cache, cache.keptAny else { return }
    do {
      let count = try cache.shelf.shrink(to: kitchen.options.snapshots.sizeLimit)
      if count > 0 { await note("removed \(count) snapshots that were not used for longest") }
    } catch { await note("old snapshots could not be removed: \(error.message)") }
  }

  /// Takes the image that the same build gave before; no container is started.
  func reuse(_ record: SnapshotRecord) async {
    values.containerID = record.container
    let image = EngineImage(id: "\(record.image)", name: nil)
    self.image = image
    values.imageDigest = image.id
    for (index, step) in plan.steps.enumerated() where step.kind != .postProcess {
      if index > 0 { await kitchen.sink(.stepStarted(build: plan.name, step: step, index: index + 1)) }
      await self.record(StepResult(step, .cached))
    }
    artifacts.append(committed(image))
    await note("nothing has changed: the image is \(image.id)")
    await keepState(as: image)
  }
}

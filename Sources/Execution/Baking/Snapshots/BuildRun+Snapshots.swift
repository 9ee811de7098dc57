import Engine
import Plan

extension BuildRun {
  /// How old a snapshot may be, in seconds: what a package manager fetched must not freeze for ever.
  private static let maxAge = 24 * 60 * 60

  /// The image to start from and the last step that is already in it; the base and nil where nothing is.
  func resumption(from base: EngineImage) async throws(EngineError) -> (image: EngineImage, lastStep: String?)
  {
    guard kitchen.options.usesSnapshots, !kitchen.options.isDryRun else { return (base, nil) }
    let keys = SnapshotKeys(of: plan, base: base.id, engine: kitchen.engine.name, files: kitchen.host.files)
    snapshotKeys = keys
    let keyed = plan.steps.reversed().compactMap { step in keys.keys[step.id].map { (key: $0, step: step.id) }
    }
    guard let found = try await kitchen.engine.snapshot(of: keyed.map(\.key), maxAge: Self.maxAge) else {
      return (base, nil)
    }
    return (found.image, keyed.first { $0.key == found.key }?.step)
  }

  /// Keeps the state after a step, where so much time went into it since the last snapshot that it pays.
  func keepSnapshot(after step: Step, took seconds: Double, in container: any RunningContainer) async {
    secondsSinceSnapshot += seconds
    guard secondsSinceSnapshot >= 1, let key = snapshotKeys?.keys[step.id] else { return }
    do {
      try await container.keepSnapshot(key)
      secondsSinceSnapshot = 0
    } catch { await note("no snapshot was kept: \(error.message)") }
  }
}

import Engine
import Plan

extension BuildRun {
  /// How old a snapshot may be, in seconds: what a package manager fetched must not freeze for ever.
  private static let maxAge = 24 * 60 * 60

  /// The image to start from and the last step that is already in it; the base and nil where nothing is.
  func resumption(from base: EngineImage) async throws(EngineError) -> (image: EngineImage, lastStep: String?) {
    guard kitchen.options.usesSnapshots, !kitchen.options.isDryRun else { return (base, nil) }
    snapshotKeys = SnapshotKeys(of: plan, base: base.id, engine: kitchen.engine.name)
    for step in plan.steps.reversed() {
      guard let key = snapshotKeys?.keys[step.id] else { continue }
      if let image = try await kitchen.engine.snapshot(key, maxAge: Self.maxAge) { return (image, step.id) }
    }
    return (base, nil)
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

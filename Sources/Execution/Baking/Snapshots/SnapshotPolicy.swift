package import Plan
package import Source

/// Which results of earlier runs a bake may take, and how many are kept.
package struct SnapshotPolicy: Sendable {
  package enum Use: Sendable {
    /// Whatever is there, and new ones are kept.
    case all
    /// All but what a step that could reach the network has to do with (`--refresh`); new ones are kept.
    case local
    /// None, and none is kept (`--no-cache`).
    case none
  }

  /// How old the results of steps at a place may be.
  package struct Age: Sendable {
    /// Nil for all steps.
    package let place: Location?
    /// Nil for any age.
    package let seconds: Int?

    package init(_ seconds: Int?, at place: Location?) {
      self.place = place
      self.seconds = seconds
    }
  }

  package var use = Use.all
  /// The step with which the run begins anew whatever is there (`--from`): its id, or its number as it is shown.
  package var from: String?
  /// In seconds, for steps that reach the network and of which `ages` does not speak; nil for any age.
  package var maxAge: Int? = 24 * 60 * 60
  /// The last one that speaks of a step counts.
  package var ages: [Age] = []
  /// Bytes that all snapshots together may take.
  package var sizeLimit = 10_000_000_000
  /// Whether is told of each step why it was taken from its snapshot or not.
  package var explains = false

  package init() {}

  /// How old the result of a step may be that reached the network; nil for any age.
  func maxAge(of step: Step) -> Int? {
    let fitting = ages.last { age in
      guard let place = age.place else { return true }
      return place.file == step.origin.file && place.range.contains(step.origin.range)
    }
    return fitting.map(\.seconds) ?? maxAge
  }

  /// The index of the step that `from` means in a build; nil for none.
  package func start(in plan: BuildPlan) -> Int? {
    guard let from else { return nil }
    if let index = plan.steps.firstIndex(where: { $0.id == from }) { return index }
    guard let number = Int(from), plan.steps.indices.contains(number - 1) else { return nil }
    return number - 1
  }
}

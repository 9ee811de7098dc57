package import Plan

/// What happens while plans are baked, in the order in which it happens within each build.
package enum BakeEvent: Sendable {
  case buildStarted(String, stepCount: Int)
  /// `index` counts from 1.
  case stepStarted(build: String, step: Step, index: Int)
  /// A complete line that a step printed, secrets masked.
  case line(build: String, text: String)
  /// A word of our own about what goes on.
  case note(build: String, text: String)
  /// Why a step is taken from a snapshot or not, asked for.
  case explanation(build: String, text: String)
  case stepEnded(build: String, result: StepResult)
  case buildEnded(BuildResult)
}

/// Takes the events of a bake; called by one build at a time, by several builds side by side.
package typealias BakeEventSink = @Sendable (BakeEvent) async -> Void

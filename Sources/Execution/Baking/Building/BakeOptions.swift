package import Diagnostics
package import Engine

/// How a bake is run.
package struct BakeOptions: Sendable {
  /// What happens to a container whose provisioning failed (`-on-error`).
  package enum OnError: String, Sendable, CaseIterable {
    /// Run the error-cleanup-provisioner, then remove the container.
    case cleanup
    /// Leave the container's state behind as an image; no cleanup provisioner.
    case abort
    /// Ask on a terminal.
    case ask
    /// Run the error-cleanup-provisioner, then leave the state behind as an image.
    case runCleanupProvisioner = "run-cleanup-provisioner"
  }

  /// When an image is fetched from its registry.
  package enum PullPolicy: String, Sendable, CaseIterable {
    /// One that the engine does not have, or that its registry has changed since.
    case changed
    /// Only one that the engine does not have yet.
    case missing
    case always
    case never
  }

  package var onError = OnError.cleanup
  package var pull = PullPolicy.changed
  /// How many builds run side by side; 0 for all.
  package var parallelBuilds = 0
  /// Which results of earlier runs are taken, and how many are kept.
  package var snapshots = SnapshotPolicy()
  /// Whether the container's state is kept as an image when all is done, or where a step failed (`--keep`).
  package var keepsState = false
  /// The template's name without its folder and ending, for names of what is kept.
  package var templateName = "template"
  /// Whether images may leave the machine (docker-push).
  package var publishes = true
  /// Overwrite what an earlier build left (`-force`).
  package var force = false
  /// Wait for a key before each step (`-debug`).
  package var isDebug = false
  /// Whether somebody is there to press a key.
  package var isAttended = false
  /// Run the post-processors that failed in an earlier build again, on what it made.
  package var isResumed = false
  /// Where it is kept what an earlier build made; nil for nowhere.
  package var keptFolder: String?
  /// Where folders lie that a run needs for a while, swept by the next one; nil for the system's own place.
  package var scratchFolder: String?
  /// Rehearse every step in the base image and throw it away.
  package var isDryRun = false
  /// The directory that relative host paths start from.
  package var workingDirectory: String
  /// The environment that programs on the host see.
  package var environment: [String: String] = [:]

  package init(workingDirectory: String) { self.workingDirectory = workingDirectory }
}

/// Whether a committed image may leave the machine.
package enum Acceptance: Sendable, Hashable {
  /// No spec belongs to the build.
  case notJudged
  case accepted
  /// One sentence: why not.
  case refused(String)
}

/// The gate between the commit and everything that publishes: judges an image of a build.
package typealias AcceptanceGate = @Sendable (_ build: String, _ image: EngineImage) async -> Acceptance

/// What the user who was asked wants done about a failed step.
package enum FailureChoice: Sendable, Hashable { case cleanUp, abort, retry }

/// Asks what to do about a failed step; called for `-on-error=ask` only.
package typealias FailureQuestion = @Sendable (_ build: String, _ step: StepResult) async -> FailureChoice

/// Says why a build waits, and waits for a key.
package typealias KeyWait = @Sendable (_ build: String, _ words: String) async -> Void

/// Weighs a finding by settings and exceptions; nil where its rule is off.
package typealias FindingJudge = @Sendable (Diagnostic) -> Diagnostic?

package import Observation
package import Source

/// What was seen of an image as it ran.
package struct RunningResult: Sendable {
  package enum State: Sendable, Hashable {
    /// Nothing here may or can start it.
    case notRun(UnknownReason)
    /// The image cannot be started as it is; one sentence.
    case notStarted(String)
    /// The engine failed; one sentence.
    case broken(String)
    /// It was not ready in time; one sentence.
    case notReady(String)
    case ran
  }

  package let state: State
  package var facts = ContainerFacts()
  package var answers: [NetworkQuestion: NetworkAnswer] = [:]
  package var logs = ContainerLogs()
  package var mainProcess = MainProcess.running
  /// How the main process ended when it was asked to; nil where it did not, or was not asked.
  package var stop: MainProcess?

  package init(_ state: State) { self.state = state }
}

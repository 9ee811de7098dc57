package import Observation

/// What a spec needs to know of a running container.
package struct RunningRequest: Sendable {
  /// One thing that is looked at.
  package struct Entry: Sendable {
    package let questions: [NetworkQuestion]
    package let facts: FactsRequest
    /// Whether it is about what the main process has written.
    package let readsLogs: Bool
    /// The ids of the outcomes that depend on it.
    package let outcomes: [String]
    /// For how many seconds it is looked at again until all of these are green.
    package let patience: Double

    package init(
      questions: [NetworkQuestion] = [], facts: FactsRequest = FactsRequest(), readsLogs: Bool = false,
      outcomes: [String] = [], patience: Double = 0
    ) {
      self.questions = questions
      self.facts = facts
      self.readsLogs = readsLogs
      self.outcomes = outcomes
      self.patience = patience
    }
  }

  package let settings: RunSettings
  package let entries: [Entry]
  /// Whether it is wanted how the main process ends when it is asked to.
  package let stops: Bool

  package init(settings: RunSettings, entries: [Entry], stops: Bool = false) {
    self.settings = settings
    self.entries = entries
    self.stops = stops
  }
}

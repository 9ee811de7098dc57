package import Diagnostics

/// A finding of the analysis.
package struct Finding: Sendable, Hashable {
  package var rule: String
  package var severity: Severity
  package var message: String
  /// What to do about it.
  package var help: String?
  package var place: Place
  package var labels: [Note]
  package var notes: [String]
  /// The callers, outermost first.
  package var chain: [Note]
  package var fix: Fix?
  /// What covers it; nil for a finding that stands.
  package var exception: Exception?

  package init(
    rule: String, severity: Severity, message: String, help: String? = nil, place: Place, labels: [Note] = [],
    notes: [String] = [], chain: [Note] = [], fix: Fix? = nil, exception: Exception? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.help = help
    self.place = place
    self.labels = labels
    self.notes = notes
    self.chain = chain
    self.fix = fix
    self.exception = exception
  }

  /// A place with words: a label, or a link of the chain of callers.
  package struct Note: Sendable, Hashable {
    package var text: String
    package var place: Place

    package init(text: String, place: Place) {
      self.text = text
      self.place = place
    }
  }

  /// Replacements that mend the fault.
  package struct Fix: Sendable, Hashable {
    /// One replacement.
    package struct Edit: Sendable, Hashable {
      package var place: Place
      package var text: String

      package init(place: Place, text: String) {
        self.place = place
        self.text = text
      }
    }

    package var safety: Diagnostics.Fix.Safety
    package var edits: [Edit]

    package init(safety: Diagnostics.Fix.Safety, edits: [Edit]) {
      self.safety = safety
      self.edits = edits
    }
  }
}

extension Finding: Comparable {
  /// The order in which findings are shown: by place, then rule, then message.
  package static func < (a: Finding, b: Finding) -> Bool {
    a.place == b.place ? (a.rule, a.message) < (b.rule, b.message) : a.place < b.place
  }
}

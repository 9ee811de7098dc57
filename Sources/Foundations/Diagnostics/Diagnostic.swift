package import Source

/// The stable name of a rule, `family/fault`; it names the fault and reads after "allow".
package struct RuleID: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let name: String

  package init(_ name: String) { self.name = name }

  package var description: String { name }
  package static func < (a: RuleID, b: RuleID) -> Bool { a.name < b.name }
}

extension RuleID: ExpressibleByStringLiteral {
  package init(stringLiteral name: String) { self.init(name) }
}

/// How grave a finding is; the order is info, warning, error.
package enum Severity: String, Sendable, Comparable, CaseIterable {
  case info, warning, error

  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// A secondary place of a diagnostic, with a word on why it matters.
package struct Label: Hashable, Sendable {
  package let message: String
  package let location: Location

  package init(_ message: String, at location: Location) {
    self.message = message
    self.location = location
  }
}

/// One step of how the analysis came to a place: "provisioner chef-solo", "recipe greeter::default".
package struct ChainLink: Hashable, Sendable {
  package let what: String
  package let location: Location

  package init(_ what: String, at location: Location) {
    self.what = what
    self.location = location
  }
}

/// A replacement of bytes that mends a fault.
package struct Fix: Hashable, Sendable {
  package enum Safety: String, Sendable {
    /// Keeps the meaning of the file.
    case safe
    /// May change what a build does; applied only when asked for.
    case unsafe
  }

  package struct Edit: Hashable, Sendable {
    package let location: Location
    package let text: String

    package init(replacing location: Location, with text: String) {
      self.location = location
      self.text = text
    }
  }

  package let safety: Safety
  package let edits: [Edit]

  package init(_ safety: Safety, edits: [Edit]) {
    self.safety = safety
    self.edits = edits
  }
}

/// A finding: what is wrong, exactly where, and what to do.
package struct Diagnostic: Hashable, Sendable {
  package var rule: RuleID
  package var severity: Severity
  /// One sentence, lower-case, no final stop, names in backticks.
  package var message: String
  /// What to do about it.
  package var help: String?
  package var primary: Location
  package var labels: [Label]
  package var notes: [String]
  package var fixes: [Fix]
  /// The callers, outermost first: template, provisioner, cookbook, recipe.
  package var chain: [ChainLink]
  /// Places whose bytes no report may show.
  package var secrets: [Location] = []
  /// Whether its rule is a preview: such a finding fails no run.
  package var isPreview = false
  /// What covers it; nil for a finding that stands.
  package var exception: Exception?

  package init(
    _ rule: RuleID, _ severity: Severity, _ message: String, at primary: Location,
    help: String? = nil, labels: [Label] = [], notes: [String] = [], fixes: [Fix] = [],
    chain: [ChainLink] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.help = help
    self.primary = primary
    self.labels = labels
    self.notes = notes
    self.fixes = fixes
    self.chain = chain
  }
}

extension Diagnostic: Comparable {
  /// The order in which findings are shown: by place, then rule, then message.
  package static func < (a: Diagnostic, b: Diagnostic) -> Bool {
    (a.primary, a.rule, a.message) < (b.primary, b.rule, b.message)
  }
}

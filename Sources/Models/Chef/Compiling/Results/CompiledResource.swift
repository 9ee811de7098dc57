package import RubyEvaluation
package import Source

/// A resource of the collection that a run list compiles to.
package struct CompiledResource: Sendable, Hashable {
  /// A condition under which it is taken.
  package enum Guard: Sendable, Hashable {
    case command(CompiledValue)
    case block
  }

  /// What it tells another resource to do.
  package struct Notification: Sendable, Hashable {
    package enum Timing: String, Sendable { case before, immediate, delayed }

    package let action: String
    /// As written: `service[nginx]`; nil where it cannot be told.
    package let target: String?
    package let timing: Timing
    package let location: Location?
  }

  package struct Property: Sendable, Hashable {
    package let name: String
    package let value: CompiledValue
  }

  /// As declared: `package`.
  package let type: String
  package let name: CompiledValue
  /// What answers to the type on the platform: `apt_package`; nil where that cannot be told.
  package let resource: String?
  package let actions: [String]
  /// The cookbook and recipe that declared it.
  package let cookbook: String
  package let recipe: String
  /// The call that declared it, and the calls around that, innermost first; nil where Chef gives no place either.
  package let location: Location?
  package let callers: [Location]
  /// What was set, sorted by name.
  package let properties: [Property]
  package let onlyIf: [Guard]
  package let notIf: [Guard]
  package let notifies: [Notification]
  package let subscribes: [Notification]
  package let isSensitive: Bool
  package let ignoresFailure: Bool
  /// Actions that run while compiling.
  package let compileTimeActions: [String]
  package let certainty: Certainty
}

extension CompiledResource {
  /// Whether every run declares it.
  package var isSure: Bool { certainty == .sure }

  /// The name as people read it.
  package var shownName: String { if case .text(let text) = name { text } else { "?" } }
}

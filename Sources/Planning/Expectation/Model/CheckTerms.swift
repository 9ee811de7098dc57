import Diagnostics
package import Source

/// When a thing of a spec is judged, and what comes of it when it is not as expected.
package struct CheckTerms: Sendable {
  /// Words for one property, or for all of a thing.
  package struct Words<Value: Sendable>: Sendable {
    var common: Value?
    var own: [String: Value] = [:]

    /// The value for a property; `env.PATH` takes what stands for `env` where it has none of its own.
    func value(for property: String) -> Value? {
      if own.isEmpty { return common }
      if let value = own[property] { return value }
      let base = property.prefix { $0 != "." }
      return own[String(base)] ?? common
    }
  }

  /// Another thing, or one assertion on it, that must hold first.
  package struct Requirement: Sendable {
    /// As it is written: `files:/etc/greeter.conf`.
    package let id: String
    package let place: Location
  }

  var severities = Words<Severity>()
  var messages = Words<String>()
  /// All of them must hold.
  package internal(set) var conditions: [Condition] = []
  package internal(set) var requirements: [Requirement] = []
  /// The place that says that it takes the place of an included one.
  var overriding: Location?

  package init() {}

  /// Lays severity and words of the spec over an outcome.
  func applied(to outcome: Outcome) -> Outcome {
    let severity = severities.value(for: outcome.property)
    let message = outcome.verdict.isGreen ? nil : messages.value(for: outcome.property)
    guard severity != nil || message != nil else { return outcome }
    let words = [message, outcome.message].compactMap(\.self).filter { !$0.isEmpty }
    return outcome.worded(severity ?? outcome.severity, words.joined(separator: ": "))
  }
}

import Source

/// A function that a template may call.
package struct GoFunction<Opaque: Hashable & Sendable> {
  package typealias Parameter = GoParameter

  package let parameters: [Parameter]
  /// How many of the last parameters may be left out.
  package let optionalCount: Int
  /// Whether the last parameter may be repeated.
  package let isVariadic: Bool
  /// Whether the result also takes the place of the variable that is the first argument.
  package var changesFirst = false
  package let body: ([GoValue<Opaque>]) -> GoResult<Opaque>

  package init(
    _ parameters: [Parameter], optionalCount: Int = 0, isVariadic: Bool = false,
    body: @escaping ([GoValue<Opaque>]) -> GoResult<Opaque>
  ) {
    self.parameters = parameters
    self.optionalCount = optionalCount
    self.isVariadic = isVariadic
    self.body = body
  }

  /// How many arguments it takes.
  package var arity: ClosedRange<Int> {
    let least = parameters.count - (isVariadic ? 1 : optionalCount)
    return least...(isVariadic ? Int.max : parameters.count)
  }

  /// The parameter that takes an argument.
  func parameter(at place: Int) -> Parameter {
    parameters.isEmpty ? .any : parameters[min(place, parameters.count - 1)]
  }
}

/// What a call comes to.
package enum GoResult<Opaque: Hashable & Sendable>: Sendable {
  case value(GoValue<Opaque>)
  /// The call fails when the template is rendered: one clause in words, and the argument that makes it fail.
  /// Go's own words come beside where they are others.
  case failure(String, argument: Int? = nil, goWords: String? = nil)

  package static func text(_ text: String) -> GoResult { .value(.text(text)) }
  package static func unknown(_ reason: String) -> GoResult { .value(.unknown(UnknownReason(reason))) }
}

/// What an evaluator must know of the parts that only its caller understands.
package struct GoOpaqueRules<Opaque: Hashable & Sendable> {
  /// The text of a part; nil where it cannot be told yet.
  package let content: (Opaque) -> String?
  /// A text that was computed from parts, which keeps what they mean (a secret stays one).
  package let derived: (String, [Opaque]) -> GoText<Opaque>

  package init(
    content: @escaping (Opaque) -> String?, derived: @escaping (String, [Opaque]) -> GoText<Opaque>
  ) {
    self.content = content
    self.derived = derived
  }

  /// The whole text; nil where a part of it cannot be told.
  package func string(_ text: GoText<Opaque>) -> String? {
    var joined = ""
    for part in text.parts {
      switch part {
      case .literal(let literal): joined += literal
      case .opaque(let opaque):
        guard let content = content(opaque) else { return nil }
        joined += content
      }
    }
    return joined
  }

  /// A text computed from texts by a function of strings; unknown where one of them cannot be told.
  package func compute(_ texts: [GoText<Opaque>], _ function: ([String]) -> String?) -> GoValue<Opaque>? {
    let strings = texts.compactMap { string($0) }
    guard strings.count == texts.count else {
      return .unknown(UnknownReason("it is computed from a value that only the run knows"))
    }
    guard let result = function(strings) else { return nil }
    let opaque = texts.flatMap(\.opaque)
    return .text(opaque.isEmpty ? GoText(result) : derived(result, opaque))
  }
}

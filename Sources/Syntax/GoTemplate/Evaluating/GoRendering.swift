package import Source

/// What a template renders to: its parts in order, and the faults that came up.
package struct GoRendering<Opaque: Hashable & Sendable>: Sendable {
  /// A run of output with the range of the template that made it.
  package struct Part: Sendable {
    package enum Content: Sendable {
      case text(GoText<Opaque>)
      case unknown(UnknownReason)
    }

    package let content: Content
    package let origin: ByteRange
    /// Whether the output is the template's own text at that range.
    package let isLiteral: Bool
  }

  package let parts: [Part]
  package let faults: [GoExecutionFault]
  /// Whether all of it was carried out; where not, it did more than a template may.
  package let isWhole: Bool

  /// The bytes of what is known of the output.
  package var size: Int {
    parts.reduce(0) { sum, part in if case .text(let text) = part.content { sum + text.size } else { sum } }
  }
}

/// Why an action cannot be rendered.
package struct GoExecutionFault: Sendable, Hashable {
  package enum Problem: Sendable, Hashable {
    case wrongArgumentCount(String, expected: ClosedRange<Int>, got: Int)
    /// `position` counts from 1.
    case wrongArgument(String, position: Int, expected: String)
    case failedCall(String, reason: String)
    /// Anything else, in one sentence.
    case other(String)
  }

  package let problem: Problem
  package let range: ByteRange
  let trace: GoFaultTrace
}

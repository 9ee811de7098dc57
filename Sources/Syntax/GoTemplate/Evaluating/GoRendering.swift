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
}

/// What a step throws when control leaves it: `raise`, `break`, `next`, `return`, `throw`, or the end of the budget.
///
/// What it is about is kept by the interpreter, since values cannot cross tasks and Swift's errors can. So never make
/// one yourself: `throw call.raise(…)`; and let one that you catch go on, or end it by `RubyInterpreter.attempt`.
package struct Unwinding: Error {
  init() {}
}

/// What an unwinding is about.
enum Departure {
  case raise(RubyFailure)
  /// `break` out of the loop, or the call that the block was given to; the number names it.
  case leave(Int, RubyValue)
  /// `next`: out of the block or the round of the loop.
  case next(Int, RubyValue)
  /// `return` out of a method, lambda or file.
  case giveBack(Int, RubyValue)
  /// `throw tag`.
  case toss(tag: RubyValue, RubyValue)
  case redo, retry
  /// Steps, depth or memory are used up.
  case exhausted(RubyUnknown)
}

/// An exception on its way.
package final class RubyFailure {
  /// The exception object.
  package let exception: RubyValue
  /// Its class, `NoMethodError`.
  package let className: String
  /// Its message; nil where it cannot be told.
  package let message: String?
  /// The expression that raised it.
  package let place: RubyPlace?
  /// The calls that led there, innermost first.
  package let callers: [RubyPlace]
  /// Whether the run surely comes to it.
  package internal(set) var certainty: Certainty

  init(
    _ exception: RubyValue, className: String, message: String?, at place: RubyPlace?, callers: [RubyPlace],
    _ certainty: Certainty
  ) {
    self.exception = exception
    self.className = className
    self.message = message
    self.place = place
    self.callers = callers
    self.certainty = certainty
  }
}

/// Whether what happens surely happens in a real run.
package enum Certainty: UInt8, Sendable, Hashable, Comparable {
  case maybe, sure

  package static func < (a: Certainty, b: Certainty) -> Bool { a.rawValue < b.rawValue }
}

/// How a file, call or block ended.
package enum RubyResult {
  case value(RubyValue)
  /// An exception that nothing rescued.
  case failed(RubyFailure)
  /// The budget ended it; what would have come after is not known.
  case stopped(RubyUnknown)

  /// The value; `unknown` for one that was stopped, nil for one that failed.
  package var value: RubyValue? {
    switch self {
    case .value(let value): value
    case .stopped(let unknown): .unknown(unknown)
    case .failed: nil
    }
  }
}

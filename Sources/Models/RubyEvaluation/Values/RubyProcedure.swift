package import RubySyntax

/// A block, proc, lambda, or method as an object.
package final class RubyProcedure: RubyHeapObject {
  package enum Body {
    /// A block or lambda of the program with what it sees.
    case block(RubyNode, Frame)
    /// Written in Swift, with the values of the program that it alone may hold.
    case core((CoreCall) throws(Unwinding) -> RubyValue, holding: [RubyValue] = [])
    /// A method bound to its receiver.
    case method(RubyMethodEntry, receiver: RubyValue)
    /// `&:name`.
    case message(RubySymbol)
    /// `f >> g`: first, then second.
    case composed(RubyProcedure, RubyProcedure)
  }

  package private(set) var body: Body
  /// Whether it checks its arguments and `return` leaves only itself.
  package internal(set) var isLambda: Bool
  /// The call that `break` leaves.
  var breakToken = 0
  /// How often it ran.
  package internal(set) var runs = 0

  package init(_ body: Body, isLambda: Bool) {
    self.body = body
    self.isLambda = isLambda
    super.init()
  }

  deinit { letGo() }

  override func surrender(to heir: inout [RubyHeapObject]) {
    switch body {
    case .block(_, let frame): heir.append(frame)
    case .method(_, let receiver): heir.take(receiver)
    case .composed(let first, let second): heir += [first, second]
    case .core(_, let held): heir.take(held)
    case .message: break
    }
    body = .message(.known(.call))
    super.surrender(to: &heir)
  }

  /// The place of the block in its file; nil for one without text.
  package var place: RubyPlace? {
    switch body {
    case .block(let node, let frame): RubyPlace(frame.program, node)
    case .method(let entry, _): if case .defined(let place, _) = entry.body { place } else { nil }
    default: nil
    }
  }
}

/// A value of a Ruby program, which may be one that cannot be told.
package enum RubyValue {
  case `nil`
  case boolean(Bool)
  case integer(Int)
  case float(Double)
  case symbol(RubySymbol)
  case string(RubyString)
  case array(RubyArray)
  case hash(RubyHash)
  case range(RubyInterval)
  case pattern(RubyPattern)
  case procedure(RubyProcedure)
  /// Any other object, those of the host among them.
  case object(RubyObject)
  /// A class or module.
  case module(RubyModule)
  case unknown(RubyUnknown)

  /// Whether a condition takes it for true; nil where that cannot be told.
  package var truth: Bool? {
    switch self {
    case .nil: false
    case .boolean(let value): value
    case .unknown: nil
    default: true
    }
  }

  package var isNil: Bool { if case .nil = self { true } else { false } }

  /// Why it cannot be told; nil for a value that can.
  ///
  /// Also set for an array, hash or string whose content was lost when a branch that may run changed it.
  package var doubt: RubyUnknown? {
    switch self {
    case .unknown(let unknown): unknown
    case .string(let string): string.doubt
    case .array(let array): array.doubt
    case .hash(let hash): hash.doubt
    default: nil
    }
  }

  /// The value, or `unknown` where its content was lost.
  package var settled: RubyValue { doubt.map { .unknown($0) } ?? self }

  /// The value as a hash keeps it for a key: a string is copied and frozen.
  package var asKey: RubyValue {
    guard case .string(let string) = self, !string.isFrozen, string.module == nil else { return self }
    let copy = RubyString(copying: string)
    copy.isFrozen = true
    return .string(copy)
  }

  /// The object behind it; nil for numbers, symbols and the like, which have none.
  package var heap: RubyHeapObject? {
    switch self {
    case .string(let object): object
    case .array(let object): object
    case .hash(let object): object
    case .range(let object): object
    case .pattern(let object): object
    case .procedure(let object): object
    case .object(let object): object
    case .module(let object): object
    default: nil
    }
  }
}

/// Why a value cannot be told.
package final class RubyUnknown {
  /// One clause that completes "cannot tell: …".
  package let reason: String
  /// The expression that was the first not to be told.
  package let origin: RubyPlace?

  package init(_ reason: String, at origin: RubyPlace?) {
    self.reason = reason
    self.origin = origin
  }
}

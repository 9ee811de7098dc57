package import Source

/// A value of a recipe as it is shown: plain, or why it cannot be.
package indirect enum CompiledValue: Sendable, Hashable {
  case null
  case boolean(Bool)
  case integer(Int)
  case float(Double)
  case text(String)
  case list([CompiledValue])
  /// Keys in order; a symbol is written `:key`.
  case map([Entry])
  case symbol(String)
  /// `lazy { … }`: known when the resource converges.
  case lazy
  /// An object of another class.
  case object(String)
  case unknown(UnknownReason)
  /// It is shown nowhere.
  case secret

  package struct Entry: Sendable, Hashable {
    package let key: String
    package let value: CompiledValue
  }

  /// Whether some part of it cannot be told.
  package var isUnknown: Bool {
    switch self {
    case .unknown: true
    case .list(let items): items.contains(where: \.isUnknown)
    case .map(let entries): entries.contains { $0.value.isUnknown }
    default: false
    }
  }
}

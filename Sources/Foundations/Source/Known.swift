/// A value of an analysis that may be absent, or may not be told before the run.
package enum Known<Value> {
  /// Nothing was written.
  case absent
  case value(Value)
  /// It cannot be told here; rules stay silent on it.
  case unknown(UnknownReason)

  package var value: Value? {
    if case .value(let value) = self { value } else { nil }
  }

  package func map<Other>(_ transform: (Value) -> Other) -> Known<Other> {
    switch self {
    case .absent: .absent
    case .value(let value): .value(transform(value))
    case .unknown(let reason): .unknown(reason)
    }
  }
}

extension Known: Sendable where Value: Sendable {}
extension Known: Equatable where Value: Equatable {}
extension Known: Hashable where Value: Hashable {}

/// Why a value cannot be told, in words for people, and the place that makes it so.
package struct UnknownReason: Hashable, Sendable {
  /// One clause that completes "cannot tell: …".
  package let text: String
  package let location: Location?

  package init(_ text: String, at location: Location? = nil) {
    self.text = text
    self.location = location
  }
}

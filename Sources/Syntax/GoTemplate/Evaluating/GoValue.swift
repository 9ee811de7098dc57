package import Source

/// A value of a template while it is evaluated.
package indirect enum GoValue<Opaque: Hashable & Sendable>: Sendable {
  /// No value at all, such as a field that the data does not have; it prints `<no value>`.
  case missing
  /// Go's `nil`.
  case none
  case bool(Bool)
  case integer(Int)
  case float(Double)
  case text(GoText<Opaque>)
  case list([GoValue])
  case map([GoKey: GoValue])
  /// It cannot be told here.
  case unknown(UnknownReason)

  package static func text(_ text: String) -> GoValue { .text(GoText(text)) }

  /// Go's name of the type.
  var goType: String {
    switch self {
    case .missing, .none, .unknown: "nil"
    case .bool: "bool"
    case .integer: "int"
    case .float: "float64"
    case .text: "string"
    case .list: "[]interface {}"
    case .map: "map[string]interface {}"
    }
  }

  /// The kind in words for people.
  package var kind: String {
    switch self {
    case .missing: "no value"
    case .none: "nil"
    case .bool: "a boolean"
    case .integer, .float: "a number"
    case .text: "a text"
    case .list: "a list"
    case .map: "a map"
    case .unknown: "an unknown value"
    }
  }
}

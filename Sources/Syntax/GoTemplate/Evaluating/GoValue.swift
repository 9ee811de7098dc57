package import Source

/// A value of a template while it is evaluated.
package indirect enum GoValue<Opaque: Hashable & Sendable>: Sendable {
  /// No value at all, such as a field that the data does not have; it prints `<no value>`.
  case missing
  /// Go's `nil`.
  case none
  case bool(Bool)
  case integer(Int)
  /// A whole number without a sign.
  case unsigned(UInt64)
  case float(Double)
  case text(GoText<Opaque>)
  case list([GoValue], of: GoElement)
  case map([GoKey: GoValue], of: GoElement)
  /// A value that has methods.
  case object(any GoObject)
  /// It cannot be told here.
  case unknown(UnknownReason)

  package static func text(_ text: String) -> GoValue { .text(GoText(text)) }
  package static func list(_ items: [GoValue]) -> GoValue { .list(items, of: .any) }
  package static func map(_ entries: [GoKey: GoValue]) -> GoValue { .map(entries, of: .any) }

  /// Go's name of the type.
  package var goType: String {
    switch self {
    case .missing, .none, .unknown: "nil"
    case .bool: "bool"
    case .integer: "int"
    case .unsigned: "uint64"
    case .float: "float64"
    case .text: "string"
    case .list(_, let element): "[]\(element.goType)"
    case .map(let entries, let element):
      "map[\(entries.hasNamesAlone ? "string" : "interface {}")]\(element.goType)"
    case .object(let object): object.goType
    }
  }

  /// The number that Go takes for a width or a place.
  var counted: Int? {
    switch self {
    case .integer(let number): number
    case .object(let object): object.number
    case .missing, .none, .bool, .unsigned, .float, .text, .list, .map, .unknown: nil
    }
  }

  /// The kind in words for people.
  package var kind: String {
    switch self {
    case .missing: "no value"
    case .none: "nil"
    case .bool: "a boolean"
    case .integer, .unsigned, .float: "a number"
    case .text: "a text"
    case .list: "a list"
    case .map: "a map"
    case .object(let object): object.words
    case .unknown: "an unknown value"
    }
  }
}

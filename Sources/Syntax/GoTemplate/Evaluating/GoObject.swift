/// A value of one of Go's own types that templates read and ask: a moment, a span of time, a version.
package protocol GoObject: Sendable {
  /// Go's name of the type: `time.Time`.
  var goType: String { get }
  /// The kind in words for people: "a moment".
  var words: String { get }
  /// Go's `reflect.Kind`.
  var kindName: String { get }
  /// Go's `%v`.
  var printed: String { get }
  /// The number that it is to Go, where it is one.
  var number: Int? { get }
  /// Whether the number is all that it is: it prints as one, and counts where Go counts.
  var isPlainNumber: Bool { get }
  /// Whether both mean the same, as `reflect.DeepEqual` has it.
  func isSame(as other: any GoObject) -> Bool
  /// What a method takes that a template may call; nil where there is none of this name.
  func parameters(of method: String) -> [GoParameter]?
  /// What a method answers to arguments of the types that it takes.
  func answer<Opaque>(_ method: String, _ arguments: [GoArgument]) -> GoResult<Opaque>?
}

/// What a function or a method takes as an argument.
package enum GoParameter: Sendable, Hashable {
  case text, integer, any
  /// A boolean.
  case flag
  /// A number with a fraction.
  case fraction
  /// A map of which all keys are texts.
  case map
  /// A value with methods, by Go's name of its type.
  case object(String)
}

extension GoParameter {
  /// Go's name of the type.
  var goType: String {
    switch self {
    case .any: "interface {}"
    case .text: "string"
    case .integer: "int"
    case .flag: "bool"
    case .fraction: "float64"
    case .map: "map[string]interface {}"
    case .object(let type): type
    }
  }

  /// What Go says that it expects of a value that is written; nil of types for which nothing can be written.
  var literal: String? {
    switch self {
    case .text: "string"
    case .integer: "integer"
    case .flag: "bool"
    case .fraction: "float"
    case .any, .map, .object: nil
    }
  }

  /// The kind in words for people.
  var words: String {
    switch self {
    case .text: "a text"
    case .integer: "a whole number"
    case .flag: "true or false"
    case .fraction: "a number"
    case .map: "a map of names"
    case .any, .object: "another kind of value"
    }
  }
}

/// An argument of a method.
package enum GoArgument: Sendable {
  case text(String)
  case number(Int)
  case object(any GoObject)
}

extension GoObject {
  package var number: Int? { nil }
  package var isPlainNumber: Bool { false }
}

/// What the items of a list, or the values of a map, are to Go: most may be anything, but some functions make lists of texts.
package enum GoElement: Sendable, Hashable {
  case any, text, integer
  /// Lists of anything.
  case list

  /// Go's name of the type.
  var goType: String {
    switch self {
    case .any: "interface {}"
    case .text: "string"
    case .integer: "int"
    case .list: "[]interface {}"
    }
  }

  /// What Go reads of a map for a key that it does not hold.
  func zero<Opaque>() -> GoValue<Opaque> {
    switch self {
    case .any: .missing
    case .text: .text("")
    case .integer: .integer(0)
    case .list: .list([])
    }
  }
}

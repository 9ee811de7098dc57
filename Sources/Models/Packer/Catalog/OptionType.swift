/// The type that Packer decodes an option into; text in the catalog's files as `string`, `list(string)`, `map(any)`.
package indirect enum OptionType: Sendable, Hashable {
  case string, bool, int, uint, float
  /// A Go duration, or a number of nanoseconds.
  case duration
  /// A boolean for which "not set" is a third state.
  case trilean
  /// A list of numbers only; a text is refused.
  case bytes
  case any
  /// A map with the option's own nested options.
  case object
  case list(OptionType)
  case map(OptionType)

  /// Reads the notation of the catalog's files; nil where it is none.
  package init?(_ text: String) {
    switch text {
    case "string": self = .string
    case "bool": self = .bool
    case "int": self = .int
    case "uint": self = .uint
    case "float": self = .float
    case "duration": self = .duration
    case "trilean": self = .trilean
    case "bytes": self = .bytes
    case "any": self = .any
    case "object": self = .object
    default:
      guard text.hasSuffix(")"), let open = text.firstIndex(of: "("),
        let inner = OptionType(String(text[text.index(after: open)...].dropLast()))
      else { return nil }
      switch text[..<open] {
      case "list": self = .list(inner)
      case "map": self = .map(inner)
      default: return nil
      }
    }
  }

  /// The type in words for people.
  package var words: String {
    switch self {
    case .string: "a text"
    case .bool, .trilean: "`true` or `false`"
    case .int: "a whole number"
    case .uint: "a whole number of at least 0"
    case .float: "a number"
    case .duration: "a duration such as `10s` or `5m`"
    case .bytes: "a list of numbers"
    case .any: "any value"
    case .object: "an object"
    case .list(let item): "a list of \(item.plural)"
    case .map(let value): "an object with \(value.plural) as values"
    }
  }

  private var plural: String {
    switch self {
    case .string: "texts"
    case .bool, .trilean: "booleans"
    case .int, .uint, .float: "numbers"
    case .duration: "durations"
    case .bytes, .list: "lists"
    case .any: "any values"
    case .object, .map: "objects"
    }
  }
}

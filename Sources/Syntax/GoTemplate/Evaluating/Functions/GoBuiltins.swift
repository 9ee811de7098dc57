import Source

/// The functions that every Go template has.
enum GoBuiltins {
  /// The names, for telling known functions from unknown ones.
  static let names: Set<String> = [
    "and", "call", "eq", "ge", "gt", "html", "index", "js", "le", "len", "lt", "ne", "not", "or", "print",
    "printf", "println", "slice", "urlquery",
  ]

  /// A function as an evaluator calls it; nil for a name that Go does not know. `and` and `or` it evaluates itself.
  static func function<Opaque>(_ name: String, _ rules: GoOpaqueRules<Opaque>) -> GoFunction<Opaque>? {
    switch name {
    case "and", "or":
      return GoFunction([.any, .any], isVariadic: true) { _ in .failure("it is no plain function") }
    case "not":
      return GoFunction([.any]) { arguments in
        GoPrinter(rules).truth(of: arguments[0]).map { .value(.bool(!$0)) }
          ?? .unknown("it depends on the run")
      }
    case "call": return GoFunction([.any], isVariadic: true) { _ in .failure("the value is no function") }
    case "len": return GoFunction([.any]) { GoCollections(rules).length(of: $0[0]) }
    case "index":
      return GoFunction([.any, .any], isVariadic: true) {
        GoCollections(rules).element(of: $0[0], at: $0.dropFirst())
      }
    case "slice":
      return GoFunction([.any, .integer], isVariadic: true) {
        GoCollections(rules).slice(of: $0[0], $0.dropFirst())
      }
    case "eq", "ne", "lt", "le", "gt", "ge":
      return GoFunction([.any, .any], isVariadic: name == "eq") { GoComparer(rules).compare($0, by: name) }
    default: return printing(name, rules)
    }
  }

  private static func printing<Opaque>(_ name: String, _ rules: GoOpaqueRules<Opaque>) -> GoFunction<Opaque>?
  {
    switch name {
    case "printf": GoFunction([.text, .any], isVariadic: true) { GoFormat(rules).format($0) }
    case "print": GoFunction([.any], isVariadic: true) { GoFormat(rules).join($0, spaced: false, end: "") }
    case "println": GoFunction([.any], isVariadic: true) { GoFormat(rules).join($0, spaced: true, end: "\n") }
    case "html": GoFunction([.any], isVariadic: true) { GoFormat(rules).joined($0, GoEscapes.html) }
    case "js": GoFunction([.any], isVariadic: true) { GoFormat(rules).joined($0, GoEscapes.script) }
    case "urlquery": GoFunction([.any], isVariadic: true) { GoFormat(rules).joined($0, GoEscapes.query) }
    default: nil
    }
  }
}

/// The names of the functions that every Go template has.
package enum GoFunctionNames {
  package static let builtIn = GoBuiltins.names
}

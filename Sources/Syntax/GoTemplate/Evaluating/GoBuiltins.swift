import Source

/// The functions that every Go template has.
enum GoBuiltins {
  /// The names, for telling known functions from unknown ones.
  static let names: Set<String> = [
    "and", "call", "eq", "ge", "gt", "html", "index", "js", "le", "len", "lt", "ne", "not", "or", "print",
    "printf", "println", "slice", "urlquery",
  ]

  /// The functions as an evaluator calls them. `and` and `or` are evaluated by itself.
  static func functions<Opaque>(_ rules: GoOpaqueRules<Opaque>) -> [String: GoFunction<Opaque>] {
    let printer = GoPrinter(rules)
    let comparer = GoComparer(rules)
    let chooser = GoFunction<Opaque>([.any, .any], isVariadic: true) { _ in .failure("it is no plain function") }
    var table: [String: GoFunction<Opaque>] = [
      "and": chooser, "or": chooser,
      "not": GoFunction([.any]) { arguments in
        printer.truth(of: arguments[0]).map { .value(.bool(!$0)) } ?? .unknown("it depends on the run")
      },
      "len": GoFunction([.any]) { GoCollections(rules).length(of: $0[0]) },
      "index": GoFunction([.any, .any], isVariadic: true) { GoCollections(rules).element(of: $0[0], at: $0.dropFirst()) },
      "slice": GoFunction([.any, .integer], isVariadic: true) { GoCollections(rules).slice(of: $0[0], $0.dropFirst()) },
      "call": GoFunction([.any], isVariadic: true) { _ in .failure("the value is no function") },
      "printf": GoFunction([.text, .any], isVariadic: true) { GoFormat(rules).format($0) },
      "print": GoFunction([.any], isVariadic: true) { GoFormat(rules).join($0, spaced: false, end: "") },
      "println": GoFunction([.any], isVariadic: true) { GoFormat(rules).join($0, spaced: true, end: "\n") },
    ]
    for (name, escape) in escapes {
      table[name] = GoFunction([.any], isVariadic: true) { arguments in
        GoFormat(rules).joined(arguments, escape)
      }
    }
    for name in ["eq", "ne", "lt", "le", "gt", "ge"] {
      table[name] = GoFunction([.any, .any], isVariadic: name == "eq") { comparer.compare($0, by: name) }
    }
    return table
  }

  private static var escapes: [(String, (String) -> String)] {
    [("html", GoEscapes.html), ("js", GoEscapes.script), ("urlquery", GoEscapes.query)]
  }
}

/// The names of the functions that every Go template has.
package enum GoFunctionNames {
  package static let builtIn = GoBuiltins.names
}

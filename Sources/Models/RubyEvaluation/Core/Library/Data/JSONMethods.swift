import DataSyntax
import Source

/// `JSON`, and `to_json` of all objects.
enum JSONMethods {
  static func define(in table: CoreTable, kernel: CoreTable) {
    let standardError = table.run.libraryClass("StandardError")
    let jsonError = table.run.makeClass("JSONError", superclass: standardError, in: table.module)
    table.run.makeClass("ParserError", superclass: jsonError, in: table.module)
    table.run.makeClass("GeneratorError", superclass: jsonError, in: table.module)
    table.run.makeClass("NestingError", superclass: jsonError, in: table.module)
    table.defineOnItself("parse", "parse!", "load", "restore", arity: .from(1)) { (call) throws(Unwinding) in
      if call[0].isNil, call.run.spelling(of: call.name) == "load" { return .nil }
      let symbolizes = call.option("symbolize_names")?.truth ?? false
      return try parsed(try call.string(0), symbolizes: symbolizes, call)
    }
    table.defineOnItself("load_file", "load_file!", arity: .from(1)) { (call) throws(Unwinding) in
      try FileMethods.asked(.content, call)
    }
    table.defineOnItself("generate", "dump", "fast_generate", arity: .from(1)) { (call) throws(Unwinding) in
      try generated(call[0], isPretty: false, call)
    }
    table.defineOnItself("pretty_generate", arity: .from(1)) { (call) throws(Unwinding) in
      call.count == 1
        ? try generated(call[0], isPretty: true, call) : call.unknown("the form of the text is not followed")
    }
    kernel.define("to_json", arity: .any) { (call) throws(Unwinding) in
      try generated(call.receiver, isPretty: false, call)
    }
  }

  private static func parsed(
    _ string: RubyString, symbolizes: Bool, _ call: CoreCall
  ) throws(Unwinding) -> RubyValue {
    let file = SourceFile(FileID("JSON"), bytes: string.bytes)
    let (tree, diagnostics) = DataParser.parse(DerivedText(file), as: .json)
    guard diagnostics.isEmpty, tree.root.kind != .missing else {
      // What Ruby takes beyond JSON (comments) is refused by the parser.
      if string.string.contains("/*") || string.string.contains("//") {
        return call.unknown("comments in JSON are not followed")
      }
      throw call.raise(path: "JSON::ParserError", "unexpected token at '\(string.string)'")
    }
    try call.reserve(string.bytes.count * 2)
    var reader = DataReader(call, symbolizes: symbolizes)
    return try reader.value(of: tree.root)
  }

  /// The JSON of a value; `unknown` where a part of it cannot be told.
  static func generated(_ value: RubyValue, isPretty: Bool, _ call: CoreCall) throws(Unwinding) -> RubyValue {
    var writer = JSONValueWriter(call: call, isPretty: isPretty)
    return try writer.write(value, level: 0) ? call.make(writer.text) : call.untold
  }
}

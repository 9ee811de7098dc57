/// `Symbol`.
enum SymbolMethods {
  static func define(in table: CoreTable) {
    let symbols = table.symbols
    symbols.define("to_s", "name", "id2name") { symbol, call in call.make(call.run.spelling(of: symbol)) }
    symbols.define("to_sym") { _, call in call.receiver }
    symbols.define("to_proc") { symbol, _ in
      .procedure(RubyProcedure(.message(symbol), isLambda: true))
    }
    symbols.define("inspect") { symbol, call in
      call.make(TextInspection.symbol(call.run.spelling(of: symbol)))
    }
    symbols.define("==", "===", "eql?", "equal?", arity: 1) { symbol, call in
      if case .symbol(symbol) = call[0] { .boolean(true) } else { .boolean(false) }
    }
    symbols.define("<=>", arity: 1) { symbol, call in
      guard case .symbol(let other) = call[0] else { return .nil }
      let spellings = (call.run.spelling(of: symbol), call.run.spelling(of: other))
      return .integer(CoreCall.order(of: Array(spellings.0.utf8), Array(spellings.1.utf8)))
    }
    // What a symbol shares with its text.
    for name in [
      "length", "size", "empty?", "[]", "slice", "start_with?", "end_with?", "=~", "match", "match?",
    ] {
      symbols.define(name, arity: .any) { (symbol, call) throws(Unwinding) in
        try text(symbol, call)
      }
    }
    for name in ["upcase", "downcase", "capitalize", "swapcase", "succ", "next"] {
      symbols.define(name, arity: .any) { (symbol, call) throws(Unwinding) in
        guard case .string(let made) = try text(symbol, call) else { return call.untold }
        return .symbol(call.run.symbol(made.string))
      }
    }
    for name in ["casecmp", "casecmp?"] {
      symbols.define(name, arity: 1) { (symbol, call) throws(Unwinding) in
        guard case .symbol(let other) = call[0] else { return .nil }
        let first = call.make(call.run.spelling(of: symbol))
        return try call.run.call(first, call.name, [call.make(call.run.spelling(of: other))], at: call.place)
      }
    }
  }

  /// The answer of the text of a symbol.
  private static func text(_ symbol: RubySymbol, _ call: CoreCall) throws(Unwinding) -> RubyValue {
    try call.run.call(
      call.make(call.run.spelling(of: symbol)), call.name, call.arguments, block: call.block, at: call.place)
  }
}

/// How many arguments a method takes.
package struct CoreArity: Sendable, ExpressibleByIntegerLiteral {
  package let least: Int
  package let most: Int

  package init(_ least: Int, _ most: Int) {
    self.least = least
    self.most = most
  }

  package init(integerLiteral count: Int) { self.init(count, count) }

  package static let any = CoreArity(0, .max)

  /// At least so many.
  package static func from(_ least: Int) -> CoreArity { CoreArity(least, .max) }
}

/// What is done where an argument cannot be told.
package enum CoreUnknowns: Sendable {
  /// The method is not called: the result is `unknown`, and a block runs once as one that may run.
  case spread
  /// The method copes with it.
  case taken
}

/// Defines methods of one class or module.
package struct CoreTable {
  package let run: RubyInterpreter
  package let module: RubyModule

  package init(_ run: RubyInterpreter, _ module: RubyModule) {
    self.run = run
    self.module = module
  }

  /// Defines a method of its instances under one or more names.
  package func define(
    _ names: String..., arity: CoreArity = 0, unknowns: CoreUnknowns = .spread,
    visibility: RubyMethodEntry.Visibility = .public, _ body: @escaping CoreMethod
  ) {
    for name in names { run.define(name, in: module, .core(body, arity, unknowns), visibility) }
  }

  /// Defines a method of the class or module itself.
  package func defineOnItself(
    _ names: String..., arity: CoreArity = 0, unknowns: CoreUnknowns = .spread, _ body: @escaping CoreMethod
  ) {
    let singleton = run.singletonClass(of: module)
    for name in names { run.define(name, in: singleton, .core(body, arity, unknowns), .public) }
  }

  /// Defines a constant.
  package func constant(_ name: String, _ value: RubyValue) { run.setConstant(name, value, in: module) }
}

/// Methods whose receiver is of one kind.
package struct KindTable<Kind> {
  let table: CoreTable
  let cast: (RubyValue) -> Kind?

  /// Defines a method under one or more names.
  package func define(
    _ names: String..., arity: CoreArity = 0, unknowns: CoreUnknowns = .spread,
    _ body: @escaping (Kind, CoreCall) throws(Unwinding) -> RubyValue
  ) {
    let cast = cast
    let method: CoreMethod = { (call: CoreCall) throws(Unwinding) -> RubyValue in
      guard let receiver = cast(call.receiver) else { return call.unknown("its receiver is of another kind") }
      return try body(receiver, call)
    }
    for name in names { table.run.define(name, in: table.module, .core(method, arity, unknowns), .public) }
  }
}

extension CoreTable {
  package var strings: KindTable<RubyString> {
    KindTable(table: self) { if case .string(let string) = $0 { string } else { nil } }
  }

  package var arrays: KindTable<RubyArray> {
    KindTable(table: self) { if case .array(let array) = $0 { array } else { nil } }
  }

  package var hashes: KindTable<RubyHash> {
    KindTable(table: self) { if case .hash(let hash) = $0 { hash } else { nil } }
  }

  package var integers: KindTable<Int> {
    KindTable(table: self) { if case .integer(let number) = $0 { number } else { nil } }
  }

  package var floats: KindTable<Double> {
    KindTable(table: self) { if case .float(let number) = $0 { number } else { nil } }
  }

  package var symbols: KindTable<RubySymbol> {
    KindTable(table: self) { if case .symbol(let symbol) = $0 { symbol } else { nil } }
  }

  package var ranges: KindTable<RubyInterval> {
    KindTable(table: self) { if case .range(let range) = $0 { range } else { nil } }
  }

  package var patterns: KindTable<RubyPattern> {
    KindTable(table: self) { if case .pattern(let pattern) = $0 { pattern } else { nil } }
  }

  /// Methods of objects with a payload of one type.
  package func payloads<Payload: RubyPayload>(_ type: Payload.Type) -> KindTable<Payload> {
    KindTable(table: self) { if case .object(let object) = $0 { object.payload as? Payload } else { nil } }
  }
}

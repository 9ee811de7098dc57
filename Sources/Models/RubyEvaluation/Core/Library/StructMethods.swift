/// `Struct`: the members are variables without a sigil.
enum StructMethods {
  static func define(in table: CoreTable) {
    table.module.included = [table.run.classes.enumerable]
    let structs = StructTable(table: table)
    structs.define("initialize", arity: .any, unknowns: .taken) { (object, members, call) throws(Unwinding) in
      try initialize(object, members, call)
    }
    structs.define("members") { _, members, call in call.make(members.map { .symbol($0) }) }
    structs.define("to_a", "deconstruct", "values") { object, members, call in
      call.make(members.map { object.variable($0) ?? .nil })
    }
    structs.define("to_h") { (object, members, call) throws(Unwinding) in
      let pairs = members.map { call.make([.symbol($0), object.variable($0) ?? .nil]) }
      return try EnumerableMethods.hash(pairs, call)
    }
    structs.define("each") { (object, members, call) throws(Unwinding) in
      guard call.block != nil else { return call.enumerator() }
      for member in members { _ = try call.yield(object.variable(member) ?? .nil) }
      return call.receiver
    }
    structs.define("each_pair") { (object, members, call) throws(Unwinding) in
      guard call.block != nil else { return call.enumerator() }
      for member in members { _ = try call.yield(.symbol(member), object.variable(member) ?? .nil) }
      return call.receiver
    }
    structs.define("size", "length") { _, members, _ in .integer(members.count) }
    structs.define("[]", arity: 1) { (object, members, call) throws(Unwinding) in
      object.variable(try member(call[0], members, call)) ?? .nil
    }
    structs.define("[]=", arity: 2, unknowns: .taken) { (object, members, call) throws(Unwinding) in
      try call.change(object)
      if case .unknown = call[0].settled {
        for member in members { call.run.setVariable(member, call[0].settled, of: object) }
        return call[1]
      }
      call.run.setVariable(try member(call[0], members, call), call[1], of: object)
      return call[1]
    }
    structs.define("dig", arity: .from(1)) { (object, members, call) throws(Unwinding) in
      try ArrayAccess.dig(object.variable(try member(call[0], members, call)) ?? .nil, call)
    }
    structs.define("==", "eql?", arity: 1) { (object, members, call) throws(Unwinding) in
      guard case .object(let other) = call[0], other.module === object.module else { return .boolean(false) }
      for member in members {
        guard let isEqual = try call.areEqual(object.variable(member) ?? .nil, other.variable(member) ?? .nil)
        else {
          return call.boolean(nil)
        }
        if !isEqual { return .boolean(false) }
      }
      return .boolean(true)
    }
    structs.define("inspect", "to_s") { (object, members, call) throws(Unwinding) in
      var parts: [String] = []
      for member in members {
        guard let shown = try call.inspection(of: object.variable(member) ?? .nil) else {
          return call.untold
        }
        parts.append("\(call.run.spelling(of: member))=\(shown)")
      }
      let name = call.run.plainClass(of: call.receiver).name.map { $0 + " " } ?? ""
      return call.make("#<struct \(name)" + parts.joined(separator: ", ") + ">")
    }
    defineCreation(table)
  }

  private static func initialize(
    _ object: RubyObject, _ members: [RubySymbol], _ call: CoreCall
  ) throws(Unwinding) -> RubyValue {
    let isKeyed = StructTable.isKeyed(call)
    if isKeyed {
      guard call.count == 0 || call.hasKeywords else {
        throw call.raise("ArgumentError", "wrong number of arguments (given \(call.count), expected 0)")
      }
      let given = if case .hash(let hash)? = call.arguments.first { hash } else { RubyHash() }
      let known = Set(members)
      var unknownNames: [String] = []
      for entry in given.entries {
        if case .symbol(let symbol) = entry.key, known.contains(symbol) { continue }
        if case .symbol(let symbol) = entry.key { unknownNames.append(call.run.spelling(of: symbol)) }
      }
      guard unknownNames.isEmpty else {
        throw call.raise("ArgumentError", "unknown keywords: " + unknownNames.joined(separator: ", "))
      }
      for member in members { call.run.setVariable(member, given[.symbol(member)] ?? .nil, of: object) }
      return .nil
    }
    guard call.count <= members.count else { throw call.raise("ArgumentError", "struct size differs") }
    for (index, member) in members.enumerated() { call.run.setVariable(member, call[index], of: object) }
    return .nil
  }

  private static func member(
    _ value: RubyValue, _ members: [RubySymbol], _ call: CoreCall
  ) throws(Unwinding) -> RubySymbol {
    let name: String
    switch value {
    case .integer(let index):
      if let place = Indexing.index(index, count: members.count) { return members[place] }
      throw call.raise(
        "IndexError",
        index < 0
          ? "offset \(index) too small for struct(size:\(members.count))"
          : "offset \(index) too large for struct(size:\(members.count))")
    case .symbol(let symbol):
      if members.contains(symbol) { return symbol }
      name = call.run.spelling(of: symbol)
    case .string(let text):
      name = text.string
      if let found = members.first(where: { call.run.spelling(of: $0) == name }) { return found }
    default: throw call.noConversion(of: value, into: "Integer")
    }
    throw call.raise("NameError", "no member '\(name)' in struct")
  }

  private static func defineCreation(_ table: CoreTable) {
    let run = table.run
    let original = run.method(.known(.new), of: run.classes.classes)
    table.defineOnItself("new", arity: .any, unknowns: .taken) { (call) throws(Unwinding) in
      guard case .module(let module) = call.receiver else { return call.untold }
      guard module === table.module else {
        guard let original, case .core(let method, _, _) = original.body else { return call.untold }
        return try method(call)
      }
      return try create(call, table)
    }
  }

  private static func create(_ call: CoreCall, _ table: CoreTable) throws(Unwinding) -> RubyValue {
    let run = call.run
    let made = RubyModule(name: nil, isClass: true, superclass: table.module, module: nil)
    _ = run.singletonClass(of: made)
    var members: [RubyValue] = []
    for argument in call.positionals {
      switch argument {
      case .symbol: members.append(argument)
      case .string(let name) where members.isEmpty:
        run.setConstant(name.string, .module(made), in: table.module)
      case .string(let name): members.append(.symbol(run.symbol(name.string)))
      default: return call.unknown("the members cannot be told")
      }
    }
    made.classVariables[StructTable.membersName(run)] = call.make(members)
    made.classVariables[StructTable.keyedName(run)] = .boolean(call.option("keyword_init")?.truth ?? false)
    for case .symbol(let member) in members {
      let name = run.spelling(of: member)
      run.define(name, in: made, .reader(member))
      run.define(name + "=", in: made, .writer(member))
    }
    let own = CoreTable(run, made)
    own.defineOnItself("members") { inner in inner.make(members) }
    own.defineOnItself("[]", arity: .any, unknowns: .taken) { (inner) throws(Unwinding) in
      try inner.run.call(inner.receiver, .known(.new), inner.arguments, at: inner.place)
    }
    if let block = call.block {
      _ = try run.call(
        .module(made), run.symbol("class_eval"), [], block: block, at: call.place)
    }
    return .module(made)
  }
}

/// Methods of structs, with their members.
struct StructTable {
  let table: CoreTable

  func define(
    _ names: String..., arity: CoreArity = 0, unknowns: CoreUnknowns = .spread,
    _ body: @escaping (RubyObject, [RubySymbol], CoreCall) throws(Unwinding) -> RubyValue
  ) {
    for name in names {
      table.define(name, arity: arity, unknowns: unknowns) { (call) throws(Unwinding) in
        guard case .object(let object) = call.receiver, let members = Self.members(call) else {
          return call.untold
        }
        return try body(object, members, call)
      }
    }
  }

  static func membersName(_ run: RubyInterpreter) -> RubySymbol { run.symbol("__members__") }
  static func keyedName(_ run: RubyInterpreter) -> RubySymbol { run.symbol("__keyword_init__") }

  private static func members(_ call: CoreCall) -> [RubySymbol]? {
    guard case .array(let list)? = value(membersName(call.run), call) else { return nil }
    return list.elements.compactMap { if case .symbol(let symbol) = $0 { symbol } else { nil } }
  }

  static func isKeyed(_ call: CoreCall) -> Bool { value(keyedName(call.run), call)?.truth ?? false }

  /// What the class keeps about its members.
  private static func value(_ name: RubySymbol, _ call: CoreCall) -> RubyValue? {
    var module: RubyModule? = call.run.plainClass(of: call.receiver)
    while let current = module {
      if let value = current.classVariables[name] { return value }
      module = current.superclass
    }
    return nil
  }
}

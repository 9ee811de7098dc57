/// Methods that see all elements of whatever can be walked.
struct WalkTable {
  let table: CoreTable

  /// Whether a method gives an enumerator where it is called without a block.
  enum BlockNeed { case optional, enumerator }

  /// Defines a method under one or more names; where the elements cannot be told it gives `unknown`.
  func define(
    _ names: String..., arity: CoreArity = 0, block: BlockNeed = .optional,
    _ body: @escaping ([RubyValue], CoreCall) throws(Unwinding) -> RubyValue
  ) {
    let method: CoreMethod = { (call: CoreCall) throws(Unwinding) -> RubyValue in
      if block == .enumerator, call.block == nil { return call.enumerator() }
      guard let elements = try call.elements(of: call.receiver) else { return call.untold }
      return try body(elements, call)
    }
    for name in names { table.run.define(name, in: table.module, .core(method, arity, .spread), .public) }
  }
}

extension CoreTable {
  var walks: WalkTable { WalkTable(table: self) }
}

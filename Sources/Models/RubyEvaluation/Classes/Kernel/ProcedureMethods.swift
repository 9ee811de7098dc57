import RubySyntax

/// `Proc` and `Method`.
enum ProcedureMethods {
  static func define(in run: RubyInterpreter) {
    for module in [run.classes.procedure, run.classes.method] {
      let procedures = CoreTable(run, module).procedures
      procedures.define("call", "()", "yield", "===", "[]", arity: .any, unknowns: .taken) {
        (procedure, call) throws(Unwinding) in
        try call.run.run(procedure, call.passed(), call.place)
      }
      procedures.define("to_proc") { procedure, _ in .procedure(procedure) }
      procedures.define("lambda?") { procedure, _ in .boolean(procedure.isLambda) }
      procedures.define("arity") { procedure, call in
        call.run.arity(of: procedure).map { .integer($0) } ?? call.unknown("its arity is not followed")
      }
      procedures.define("parameters", arity: CoreArity(0, 1)) { procedure, call in
        call.run.parameterList(of: procedure) ?? call.unknown("its parameters are not followed")
      }
      procedures.define(">>", arity: 1) { (procedure, call) throws(Unwinding) in
        guard let other = try call.run.procedure(of: call[0], call.place) else { return .nil }
        return .procedure(RubyProcedure(.composed(procedure, other), isLambda: true))
      }
      procedures.define("<<", arity: 1) { (procedure, call) throws(Unwinding) in
        guard let other = try call.run.procedure(of: call[0], call.place) else { return .nil }
        return .procedure(RubyProcedure(.composed(other, procedure), isLambda: true))
      }
      procedures.define("owner") { procedure, call in
        if case .method(let entry, _) = procedure.body { return .module(entry.owner) }
        return .nil
      }
      procedures.define("name") { procedure, _ in
        if case .method(let entry, _) = procedure.body { return .symbol(entry.name) }
        return .nil
      }
      procedures.define("receiver") { procedure, _ in
        if case .method(_, let receiver) = procedure.body { return receiver }
        return .nil
      }
      procedures.define("unbind") { procedure, _ in .procedure(procedure) }
      procedures.define("bind", arity: 1) { procedure, call in
        guard case .method(let entry, _) = procedure.body else { return call.unknown("it is not followed") }
        let bound = RubyProcedure(.method(entry, receiver: call[0]), isLambda: true)
        bound.module = call.run.classes.method
        return .procedure(bound)
      }
      procedures.define("curry", arity: CoreArity(0, 1)) { (procedure, call) throws(Unwinding) in
        guard let arity = call.run.arity(of: procedure) else {
          return call.unknown("its arity is not followed")
        }
        let count = call.count == 1 ? try call.integer(0) : arity < 0 ? -arity - 1 : arity
        return curried(procedure, count, [])
      }
      procedures.define("source_location") { _, call in call.unknown("it depends on the run") }
    }
    CoreTable(run, run.classes.procedure).defineOnItself("new") { (call) throws(Unwinding) in
      guard let block = call.block else {
        throw call.raise("ArgumentError", "tried to create Proc object without a block")
      }
      return .procedure(block)
    }
    CoreTable(run, run.classes.symbol).symbols.define("to_proc") { symbol, _ in
      .procedure(RubyProcedure(.message(symbol), isLambda: true))
    }
  }
}

extension ProcedureMethods {
  /// A block that collects its arguments until there are enough.
  private static func curried(_ procedure: RubyProcedure, _ count: Int, _ given: [RubyValue]) -> RubyValue {
    let body = { (call: CoreCall) throws(Unwinding) -> RubyValue in
      let all = given + call.arguments
      guard all.count >= count else { return curried(procedure, count, all) }
      return try call.run.call(procedure, all, at: call.place)
    }
    return .procedure(
      RubyProcedure(.core(body, holding: [.procedure(procedure)] + given), isLambda: procedure.isLambda))
  }
}

extension RubyInterpreter {
  /// The parameters of a block or method of the program.
  private func parameters(of procedure: RubyProcedure) -> (list: [RubyParameter], program: RubyProgram)? {
    guard let place = procedure.place else { return nil }
    let tree = place.program.tree
    var node: RubyNode?
    switch tree.shape(of: place.node) {
    case .block(let block), .lambda(let block): node = block.parameters
    case .method(let method): node = method.parameters
    default: return nil
    }
    guard let node, case .parameters(let list) = tree.shape(of: node) else { return ([], place.program) }
    let parameters = tree.nodes(in: list).compactMap { node -> RubyParameter? in
      if case .parameter(let parameter) = tree.shape(of: node) { parameter } else { nil }
    }
    return (parameters, place.program)
  }

  fileprivate func arity(of procedure: RubyProcedure) -> Int? {
    var procedure = procedure
    while case .method(let entry, _) = procedure.body {
      switch entry.body {
      case .core(_, let arity, _): return arity.least == arity.most ? arity.least : -arity.least - 1
      case .procedure(let inner):
        procedure = inner
        continue
      case .reader: return 0
      case .writer: return 1
      default: break
      }
      break
    }
    if case .message = procedure.body { return -2 }
    guard let (list, _) = parameters(of: procedure) else { return nil }
    let form = ParameterForm(list)
    let needsKeyword = list.contains { $0.kind == .requiredKeyword }
    let required = form.required + (needsKeyword ? 1 : 0)
    if form.rest != nil
      && list.contains(where: { $0.kind == .rest && $0.name != nil || $0.kind == .forwarded })
    {
      return -form.required - 1
    }
    if form.positional > form.required {
      return procedure.isLambda ? -form.required - 1 : form.required == 0 ? 0 : -form.required - 1
    }
    return required
  }

  fileprivate func parameterList(of procedure: RubyProcedure) -> RubyValue? {
    guard let (list, program) = parameters(of: procedure) else { return nil }
    let elements = list.map { parameter -> RubyValue in
      let kind =
        switch parameter.kind {
        case .required, .destructured: procedure.isLambda ? "req" : "opt"
        case .optional: "opt"
        case .rest, .forwarded: "rest"
        case .requiredKeyword: "keyreq"
        case .optionalKeyword: "key"
        case .keywordRest: "keyrest"
        case .noKeywords: "nokey"
        case .block: "block"
        case .blockLocal: "local"
        }
      var pair: [RubyValue] = [.symbol(symbol(kind))]
      if let name = parameter.name { pair.append(.symbol(program.symbol(name.name, self))) }
      return .array(RubyArray(pair))
    }
    return .array(RubyArray(elements))
  }
}

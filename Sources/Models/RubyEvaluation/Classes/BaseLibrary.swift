/// What every object, class, proc and exception can do: the part of Ruby's core that is bound up with running.
enum BaseLibrary {
  static func define(in run: RubyInterpreter) {
    let kernel = CoreTable(run, run.classes.kernel)
    ObjectMethods.define(in: kernel)
    VariableMethods.define(in: kernel)
    SendingMethods.define(in: kernel)
    ControlMethods.define(in: kernel)
    LoadingMethods.define(in: kernel)
    let module = CoreTable(run, run.classes.module)
    ModuleMethods.define(in: module)
    MixinMethods.define(in: module)
    MixinMethods.defineAtTop(in: run)
    DefinitionMethods.define(in: module)
    ConstantMethods.define(in: module)
    ClassMethods.define(in: CoreTable(run, run.classes.classes))
    ProcedureMethods.define(in: run)
    ExceptionMethods.define(in: run)
  }
}

extension CoreTable {
  /// Methods of classes and modules.
  var modules: KindTable<RubyModule> {
    KindTable(table: self) { if case .module(let module) = $0 { module } else { nil } }
  }

  var procedures: KindTable<RubyProcedure> {
    KindTable(table: self) { if case .procedure(let procedure) = $0 { procedure } else { nil } }
  }
}

extension CoreCall {
  /// An argument that names something: a symbol or a string.
  package func name(_ index: Int) throws(Unwinding) -> RubySymbol {
    switch self[index] {
    case .symbol(let symbol): return symbol
    case .string(let string): return run.symbol(string.string)
    default:
      let shown = try inspection(of: self[index]) ?? "it"
      throw raise("TypeError", "\(shown) is not a symbol nor a string")
    }
  }

  /// The arguments as a call passes them on.
  func passed(from first: Int = 0) -> CallArguments {
    CallArguments(values: Array(arguments.dropFirst(first)), hasKeywords: hasKeywords, block: block)
  }

  /// The string or list that a list of names is.
  func symbols(_ names: [RubySymbol]) -> RubyValue { make(names.map { .symbol($0) }) }
}

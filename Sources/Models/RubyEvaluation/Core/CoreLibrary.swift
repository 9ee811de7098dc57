/// What classes have from the beginning, written in Swift: one file a class, each called from here.
enum CoreLibrary {
  static func define(in run: RubyInterpreter) {
    let classes = run.classes
    EnumerableMethods.define(in: CoreTable(run, classes.enumerable))
    ArrayMethods.define(in: CoreTable(run, classes.array))
    HashMethods.define(in: CoreTable(run, classes.hash))
    RangeMethods.define(in: CoreTable(run, classes.range))
    StringMethods.define(in: CoreTable(run, classes.string))
    SymbolMethods.define(in: CoreTable(run, classes.symbol))
    RegexpMethods.define(in: CoreTable(run, classes.regexp))
    MatchMethods.define(in: CoreTable(run, classes.matchData))
    for number in [classes.integer, classes.float] { Arithmetic.define(in: CoreTable(run, number)) }
    IntegerMethods.define(in: CoreTable(run, classes.integer))
    FloatMethods.define(in: CoreTable(run, classes.float))
    defineLibrary(in: run)
  }

  private static func defineLibrary(in run: RubyInterpreter) {
    let enumerator = core(run.makeClass("Enumerator"))
    EnumeratorMethods.define(in: CoreTable(run, enumerator))
    EnumeratorMethods.defineYielder(in: CoreTable(run, core(run.makeClass("Yielder", in: enumerator))))
    LazyMethods.define(
      in: CoreTable(run, core(run.makeClass("Lazy", superclass: enumerator, in: enumerator))))
    SetMethods.define(in: CoreTable(run, core(run.makeClass("Set"))))
    StringEncoding.defineEncodings(in: CoreTable(run, core(run.makeClass("Encoding"))))
    MathMethods.define(in: CoreTable(run, run.makeModule("Math")))
  }

  /// Marks a class whose methods are not all there.
  private static func core(_ module: RubyModule) -> RubyModule {
    module.isCore = true
    return module
  }
}

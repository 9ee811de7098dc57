/// What classes have from the beginning, written in Swift: one file a class, each called from here.
enum CoreLibrary {
  static func define(in run: RubyInterpreter) {
    let classes = run.classes
    let kernel = CoreTable(run, classes.kernel)
    ConversionMethods.define(in: kernel)
    OutputMethods.define(in: kernel)
    ComparableMethods.define(in: CoreTable(run, classes.comparable))
    SingleValueMethods.define(in: run)
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
    defineCollections(in: run)
    defineLibrary(in: run, kernel)
  }

  private static func defineCollections(in run: RubyInterpreter) {
    let enumerator = core(run.makeClass("Enumerator"))
    EnumeratorMethods.define(in: CoreTable(run, enumerator))
    EnumeratorMethods.defineYielder(in: CoreTable(run, core(run.makeClass("Yielder", in: enumerator))))
    LazyMethods.define(
      in: CoreTable(run, core(run.makeClass("Lazy", superclass: enumerator, in: enumerator))))
    SetMethods.define(in: CoreTable(run, core(run.makeClass("Set"))))
    StructMethods.define(in: CoreTable(run, core(run.makeClass("Struct"))))
    StringEncoding.defineEncodings(in: CoreTable(run, core(run.makeClass("Encoding"))))
    let math = core(run.makeModule("Math"))
    run.makeClass("DomainError", superclass: run.libraryClass("ArgumentError"), in: math)
    MathMethods.define(in: CoreTable(run, math))
  }

  private static func defineLibrary(in run: RubyInterpreter, _ kernel: CoreTable) {
    _ = core(run.makeClass("File", superclass: core(run.makeClass("IO"))))
    for name in ["IO", "File"] { FileMethods.define(in: CoreTable(run, run.libraryClass(name))) }
    FileMethods.defineFolders(in: CoreTable(run, core(run.makeClass("Dir"))))
    PathnameMethods.define(in: CoreTable(run, core(run.makeClass("Pathname"))), kernel: kernel)
    JSONMethods.define(in: CoreTable(run, core(run.makeModule("JSON"))), kernel: kernel)
    let yaml = core(run.makeModule("Psych"))
    run.setConstant("YAML", .module(yaml), in: run.classes.object)
    YAMLMethods.define(in: CoreTable(run, yaml), kernel: kernel)
    URIMethods.define(in: CoreTable(run, core(run.makeModule("URI"))), kernel: kernel)
    ShellwordsMethods.define(in: CoreTable(run, core(run.makeModule("Shellwords"))), run.classes)
    TextLibrary.define(in: run)
    GemMethods.define(in: run)
    MachineLibrary.define(in: run)
  }

  /// Marks a class or module whose methods are not all there.
  private static func core(_ module: RubyModule) -> RubyModule {
    module.isCore = true
    return module
  }
}

extension RubyInterpreter {
  /// A frozen string.
  func frozen(_ text: String) -> RubyValue {
    let string = RubyString(Array(text.utf8), at: nil)
    string.isFrozen = true
    return .string(string)
  }
}

/// What classes have from the beginning, written in Swift: one file a class, each called from here.
enum CoreLibrary {
  static func define(in run: RubyInterpreter) {
    StringMethods.define(in: CoreTable(run, run.classes.string))
    ArrayMethods.define(in: CoreTable(run, run.classes.array))
  }
}

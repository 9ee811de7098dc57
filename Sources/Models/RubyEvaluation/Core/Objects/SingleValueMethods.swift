/// `NilClass`, `TrueClass` and `FalseClass`.
enum SingleValueMethods {
  static func define(in run: RubyInterpreter) {
    let none = CoreTable(run, run.classes.nilClass)
    none.define("to_s") { call in call.make("") }
    none.define("to_a") { _ in .array(RubyArray([])) }
    none.define("to_h") { _ in .hash(RubyHash()) }
    none.define("to_i") { _ in .integer(0) }
    none.define("to_f") { _ in .float(0) }
    none.define("inspect") { call in call.make("nil") }
    none.define("=~", arity: 1) { _ in .nil }
    let yes = CoreTable(run, run.classes.trueClass)
    yes.define("to_s", "inspect") { call in call.make("true") }
    yes.define("&", arity: 1) { call in call.boolean(call[0].truth) }
    yes.define("|", arity: 1, unknowns: .taken) { _ in .boolean(true) }
    yes.define("^", arity: 1) { call in call.boolean(call[0].truth.map { !$0 }) }
    CoreTable(run, run.classes.falseClass).define("to_s", "inspect") { call in call.make("false") }
    for table in [none, CoreTable(run, run.classes.falseClass)] {
      table.define("&", arity: 1, unknowns: .taken) { _ in .boolean(false) }
      table.define("|", "^", arity: 1) { call in call.boolean(call[0].truth) }
    }
  }
}

/// `Kernel`: formats, and what is written out.
enum OutputMethods {
  static func define(in kernel: CoreTable) {
    kernel.define("format", "sprintf", arity: .from(1), unknowns: .taken) { (call) throws(Unwinding) in
      try formatted(call)
    }
    kernel.define("puts", arity: .any, unknowns: .taken) { (call) throws(Unwinding) in
      var text: [UInt8] = []
      if call.count == 0 { text = [0x0A] }
      for argument in call.arguments { try appendLines(of: argument, to: &text, call, level: 0) }
      call.run.host.write(text, call.run)
      return .nil
    }
    kernel.define("print", arity: .any, unknowns: .taken) { (call) throws(Unwinding) in
      for argument in call.arguments { call.run.host.write(try shown(argument, call), call.run) }
      return .nil
    }
    kernel.define("printf", arity: .from(1), unknowns: .taken) { (call) throws(Unwinding) in
      call.run.host.write(try shown(try formatted(call), call), call.run)
      return .nil
    }
    kernel.define("p", arity: .any, unknowns: .taken) { (call) throws(Unwinding) in
      for argument in call.arguments {
        call.run.host.write(Array(((try call.inspection(of: argument)) ?? "?").utf8) + [0x0A], call.run)
      }
      return call.count == 0 ? .nil : call.count == 1 ? call[0] : call.make(call.arguments)
    }
    kernel.define("pp", arity: .any, unknowns: .taken) { call in
      call.count == 0 ? .nil : call.count == 1 ? call[0] : call.make(call.arguments)
    }
    kernel.define("warn", "putc", "sleep", "srand", arity: .any, unknowns: .taken) { _ in .nil }
    kernel.define("rand", arity: CoreArity(0, 1)) { call in call.unknown("it is chosen by chance") }
    kernel.define("gets", "readline", "readlines", "fork", "test", "select", "trap", arity: .any) { call in
      call.unknown("it depends on the machine")
    }
    kernel.define("display", arity: CoreArity(0, 1)) { (call) throws(Unwinding) in
      call.run.host.write(try shown(call.receiver, call), call.run)
      return .nil
    }
    kernel.define("to_enum", "enum_for", arity: .any) { call in
      guard case .symbol(let name) = call.count == 0 ? .symbol(.known(.each)) : call[0] else {
        return call.untold
      }
      return .object(
        RubyObject(
          of: call.run.libraryClass("Enumerator"),
          payload: Enumeration(
            .calls(call.receiver, name, Array(call.arguments.dropFirst()), hasKeywords: call.hasKeywords))))
    }
  }

  private static func formatted(_ call: CoreCall) throws(Unwinding) -> RubyValue {
    if let doubt = call[0].doubt { return .unknown(doubt) }
    var format = StringFormat(try call.string(0), Array(call.arguments.dropFirst()), call)
    return try format.formatted()
  }

  private static func shown(_ value: RubyValue, _ call: CoreCall) throws(Unwinding) -> [UInt8] {
    value.doubt == nil ? try call.text(of: value) ?? Array("?".utf8) : Array("?".utf8)
  }

  private static func appendLines(
    of value: RubyValue, to text: inout [UInt8], _ call: CoreCall, level: Int
  ) throws(Unwinding) {
    if case .array(let array) = value, array.doubt == nil, level < 64, !call.run.budget.isDeep {
      for element in array.elements { try appendLines(of: element, to: &text, call, level: level + 1) }
      return
    }
    let line = try shown(value, call)
    try call.reserve(line.count)
    text += line
    if line.last != 0x0A { text.append(0x0A) }
  }
}

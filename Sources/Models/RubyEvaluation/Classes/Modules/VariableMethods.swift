/// Instance variables by name.
enum VariableMethods {
  static func define(in table: CoreTable) {
    table.define("instance_variable_get", arity: 1) { (call) throws(Unwinding) in
      let name = try call.name(0)
      return (call.receiver.heap as? RubyObject)?.variable(name) ?? .nil
    }
    table.define("instance_variable_set", arity: 2, unknowns: .taken) { (call) throws(Unwinding) in
      if let doubt = call[0].doubt { return .unknown(doubt) }
      let name = try call.name(0)
      guard let object = call.receiver.heap as? RubyObject else { return call[1] }
      try call.change(object)
      call.run.setVariable(name, call[1], of: object)
      return call[1]
    }
    table.define("instance_variable_defined?", arity: 1) { (call) throws(Unwinding) in
      let name = try call.name(0)
      return .boolean((call.receiver.heap as? RubyObject)?.variable(name) != nil)
    }
    table.define("instance_variables") { call in
      call.symbols(((call.receiver.heap as? RubyObject)?.variables ?? []).map(\.name))
    }
    table.define("remove_instance_variable", arity: 1) { (call) throws(Unwinding) in
      let name = try call.name(0)
      guard let object = call.receiver.heap as? RubyObject, let value = object.variable(name) else {
        throw call.raise(
          "NameError", "instance variable \(call.run.spelling(of: name)) not defined")
      }
      try call.change(object)
      object.variables.removeAll { $0.name == name }
      return value
    }
  }
}

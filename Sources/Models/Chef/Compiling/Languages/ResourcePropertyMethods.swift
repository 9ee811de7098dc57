import Diagnostics
import RubyEvaluation

/// The methods with which cookbooks reach into the properties of a resource.
struct ResourcePropertyMethods {
  let compiler: RecipeCompiler

  func define(in table: KindTable<ResourceState>) {
    let compiler = compiler
    table.define("property_is_set?", arity: 1) { (state, call) throws(Unwinding) in
      guard let name = compiler.spelling(of: call[0]) else { return call.unknown("the property's name") }
      try refuse(name, state, call)
      return .boolean(state.state[state.kind.property(name)?.name ?? name] != nil)
    }
    table.define("reset_property", arity: 1) { (state, call) throws(Unwinding) in
      if let name = compiler.spelling(of: call[0]) {
        try refuse(name, state, call)
        change(call)
        state.state[name] = nil
        state.state.defaults[name] = nil
      }
      return .nil
    }
    table.define("set_or_return", arity: CoreArity(2, 3), unknowns: .taken) {
      (state, call) throws(Unwinding) in
      try setOrReturn(state, call)
    }
    table.define("validate", arity: .any, unknowns: .taken) { _, call in call[0] }
    table.define("copy_properties_from", arity: .any, unknowns: .taken) { state, call in
      guard case .object(let other) = call[0], let source = other.payload as? ResourceState else {
        return .nil
      }
      change(call)
      for (name, value) in source.state.values where state.kind.property(name) != nil {
        state.state[name] = value
      }
      return call.receiver
    }
  }

  /// Raises where a class of the program is asked for a property that it does not have.
  private func refuse(_ name: String, _ state: ResourceState, _ call: CoreCall) throws(Unwinding) {
    guard state.kind.lacks(property: name, call.run) else { return }
    let near = Suggestion.nearest(to: name, among: state.kind.propertyNames)
    throw compiler.refusal(
      "ArgumentError", "Property \(name) is not defined in class \(state.type)",
      in: .text(name, otherwise: 0), help: near.map { "did you mean `:\($0)`?" }, call)
  }

  private func setOrReturn(_ state: ResourceState, _ call: CoreCall) throws(Unwinding) -> RubyValue {
    guard case .object(let object) = call.receiver, let name = compiler.spelling(of: call[0]) else {
      return call.unknown("the property's name")
    }
    let property = ResourceProperty(name)
    if case .hash(let options) = call[2] {
      try PropertyOptions(compiler).apply(options, to: property, call)
    }
    guard !call[1].isNil else { return try compiler.value(of: property, in: state, object, call) }
    let stored = try PropertyCheck(compiler, property, state, object, call).stored(call[1])
    change(call)
    state.state[name] = stored
    return stored
  }

  private func change(_ call: CoreCall) {
    if case .object(let object) = call.receiver { call.run.willChange(payloadOf: object) }
  }
}

import RubyEvaluation

extension RecipeCompiler {
  /// The kind of a class of resources: made where the program has not declared anything in it yet.
  func kind(of module: RubyModule) -> ResourceKind? {
    if let known = kinds[ObjectIdentifier(module)] { return known }
    guard run.isA(module, classes.resource) else { return nil }
    if module === classes.resource {
      let base = ResourceKind(module, parent: nil)
      for name in ["retries", "retry_delay"] { base.add(common(name, [.instance("Integer")])) }
      base.add(common("sensitive", [.true, .false]))
      base.add(common("compile_time", [.true, .false]))
      base.add(common("umask", [.instance("String"), .instance("Integer")]))
      base.add(common("ignore_failure", [.true, .false, .symbol("quiet"), .text("quiet")]))
      kinds[ObjectIdentifier(module)] = base
      return base
    }
    let made = ResourceKind(module, parent: module.superclass.flatMap { kind(of: $0) })
    kinds[ObjectIdentifier(module)] = made
    return made
  }

  private func common(_ name: String, _ kinds: [PropertyFacts.Kind]) -> ResourceProperty {
    var facts = PropertyFacts()
    facts.kinds = kinds
    return ResourceProperty(name, facts)
  }

  /// The kind of a resource that comes with Chef, with its class.
  func builtIn(_ facts: ResourceFacts) -> ResourceKind {
    let name = facts.className.split(separator: ":").last.map(String.init) ?? facts.className
    if let module = run.constant(name, in: classes.resource), let known = kinds[ObjectIdentifier(module)] {
      return known
    }
    let above = facts.parent.flatMap { input.resources.facts($0) }.map { builtIn($0).module }
    let module = run.makeClass(name, superclass: above ?? classes.resource, in: classes.resource)
    module.isHosted = true
    let made = ResourceKind(
      module, parent: above.flatMap { kind(of: $0) } ?? kind(of: classes.resource), facts: facts)
    kinds[ObjectIdentifier(module)] = made
    // Names that every object has as methods would hide the property.
    for property in facts.properties.keys.sorted()
    where run.method(run.symbol(property), of: classes.resource) != nil {
      if !Self.ownMethods.contains(property) { defineAccessor(property, in: module) }
    }
    return made
  }

  /// Properties that are methods of every resource.
  private static let ownMethods: Set<String> = ["name", "action"]

  /// Defines the method by which a property is read and set.
  func defineAccessor(_ name: String, in module: RubyModule) {
    let table = CoreTable(run, module)
    table.define(name, name + "=", arity: .any, unknowns: .taken) { [unowned self] (call) throws(Unwinding) in
      guard case .object(let object) = call.receiver, let state = object.payload as? ResourceState,
        let value = try property(name, of: state, object, call)
      else { return call.unknown("the resource has no property `\(name)`") }
      return value
    }
  }
}

import Diagnostics
import Host
import RubyEvaluation
import RubySyntax
import Source

/// Looks for what a name that is not found may have been meant to be, in what the run has at that time.
struct NameSearch {
  private let compiler: RecipeCompiler

  init(_ compiler: RecipeCompiler) { self.compiler = compiler }

  private var run: RubyInterpreter { compiler.run }

  /// A constant that is near to one that is not found: where a class or module is written before it, one of that.
  func constant(near name: String, at place: RubyPlace) -> String? {
    guard case .scopedConstant(let scope, _) = place.program.tree.shape(of: place.node) else {
      return Suggestion.nearest(to: name, among: run.constantNames)
    }
    guard let module = module(of: scope, in: place.program.tree, depth: 0) else { return nil }
    let near = Suggestion.nearest(to: name, among: run.constantNames(of: module))
    return near.map { place.program.tree.source(of: scope) + "::" + $0 }
  }

  /// The class or module that a path of constants leads to from the top level.
  private func module(of path: RubyNode, in tree: RubyTree, depth: Int) -> RubyModule? {
    switch tree.shape(of: path) {
    case .constant(let word), .rootConstant(let word):
      return run.constant(tree.spelling(of: word), in: run.classes.object)
    case .scopedConstant(let scope, let word) where depth < 32:
      let outer = module(of: scope, in: tree, depth: depth + 1)
      return outer.flatMap { run.constant(tree.spelling(of: word), in: $0) }
    default: return nil
    }
  }

  /// A method of an object.
  func method(near name: String, in object: RubyObject) -> String? {
    Suggestion.nearest(to: name, among: run.methodNames(of: run.module(of: .object(object))))
  }

  /// A key of the attribute's hash that is near to the last of some keys.
  func key(near keys: [String]) -> String? {
    let attributes = compiler.attributes
    guard let last = keys.last, let first = keys.first else { return nil }
    guard keys.count > 1 else {
      return Suggestion.nearest(to: last, among: attributes.keys.map(attributes.classes.spelling))
    }
    var value = attributes.value(first)
    for key in keys.dropFirst().dropLast() {
      guard case .hash(let hash)? = value else { return nil }
      value = hash[attributes.classes.key(key)]
    }
    guard case .hash(let hash)? = value else { return nil }
    return Suggestion.nearest(to: last, among: hash.entries.map { attributes.classes.spelling($0.key) })
  }

  /// A property, or a method, of a resource.
  func property(near name: String, of state: ResourceState, _ receiver: RubyValue) -> String? {
    // What a cookbook that is not here may bring is asked of resources by the thousand.
    let question = NearName(kind: ObjectIdentifier(state.kind), name: name)
    if let known = compiler.nearProperties[question] { return known }
    let methods = run.methodNames(of: run.module(of: receiver)).filter { !$0.hasSuffix("=") }
    let near = Suggestion.nearest(to: name, among: methods.union(state.kind.propertyNames))
    compiler.nearProperties[question] = .some(near)
    return near
  }

  /// A method that Ruby has for a plain value: a text, number, list or hash.
  func method(near name: String, of value: RubyValue?) -> String? {
    guard let value else { return nil }
    return Suggestion.nearest(to: name, among: StandardNames.methods(of: run.className(of: value)).sorted())
  }

  /// A resource, or a method, of a recipe.
  func resource(near name: String, of receiver: RubyValue) -> String? {
    let names = run.methodNames(of: run.module(of: receiver)).union(compiler.input.resources.names)
      .union(compiler.providers.keys).union(compiler.definitions.keys)
    return Suggestion.nearest(to: name, among: names)
  }

  /// A variable or method of a template: a variable without its sign first.
  func word(near name: String, in template: RubyObject) -> String? {
    let variables = template.variables.map { run.spelling(of: $0.name) }
    if variables.contains("@" + name) { return "@" + name }
    let methods = run.methodNames(of: run.module(of: .object(template)))
    return Suggestion.nearest(to: name, among: methods.union(variables))
  }

  /// A variable of the template that is rendered.
  func variable(near name: String) -> String? {
    guard let template = compiler.rendered else { return nil }
    return Suggestion.nearest(to: name, among: template.variables.map { run.spelling(of: $0.name) })
  }

  /// Says why a resource that gives itself a name does not answer to it.
  func unprovided(_ name: String) -> String? {
    guard compiler.kinds.values.contains(where: { $0.name == name && $0.facts == nil }) else { return nil }
    return
      "`resource_name` alone makes it answer to no name since Chef 16: write `provides :\(name)` beside it"
  }

  /// Says how to load a cookbook that provides a resource.
  func unloadedCookbook(withResource name: String, for place: RubyPlace) -> String? {
    unloadedCookbook(for: place) { cookbook, path in
      let prefix = String(cookbook.map { $0 == "-" ? "_" : $0 })
      guard name.hasPrefix(prefix) else { return false }
      let rest = name.dropFirst(prefix.count)
      let file = rest.isEmpty ? "default" : String(rest.dropFirst())
      return (rest.isEmpty || rest.hasPrefix("_"))
        && compiler.store.files.status("\(path)/resources/\(file).rb")?.kind == .file
    }
  }

  /// Says how to load a cookbook that is called as the attributes are.
  func unloadedCookbook(settingAttributesOf key: String, for place: RubyPlace) -> String? {
    unloadedCookbook(for: place) { cookbook, path in
      cookbook == key && compiler.store.files.status("\(path)/attributes")?.kind == .directory
    }
  }

  /// Says how to load the first cookbook that is here, is not loaded, and is the one that is meant.
  private func unloadedCookbook(
    for place: RubyPlace, where isMeant: (_ name: String, _ path: String) -> Bool
  ) -> String? {
    let run = compiler.input.run
    for folder in run.collection.folders {
      for name in folder.names where run.closure[name] == nil && isMeant(name, folder.path.value + "/" + name)
      {
        return Self.advice(name, for: run.closure.order.first { $0.holds(place.program.path) })
      }
    }
    return nil
  }

  /// How a cookbook comes to be loaded.
  static func advice(_ name: String, for user: Cookbook?) -> String {
    let whose = user.map { " of cookbook `\($0.name)`" } ?? ""
    return "cookbook `\(name)` is here and not loaded: write `depends '\(name)'` into the metadata\(whose)"
  }
}

/// A name that a kind of resource does not have.
struct NearName: Hashable {
  let kind: ObjectIdentifier
  let name: String
}

extension RubyInterpreter {
  /// The class that decides what a value can do: its singleton class where it has one.
  package func module(of value: RubyValue) -> RubyModule {
    if let module = value.heap?.module { return module }
    switch value {
    case .nil: return classes.nilClass
    case .boolean(let flag): return flag ? classes.trueClass : classes.falseClass
    case .integer: return classes.integer
    case .float: return classes.float
    case .symbol: return classes.symbol
    case .string: return classes.string
    case .array: return classes.array
    case .hash: return classes.hash
    case .range: return classes.range
    case .pattern: return classes.regexp
    case .procedure: return classes.procedure
    case .module(let module): return module.isClass ? classes.classes : classes.module
    case .object, .unknown: return classes.object
    }
  }

  /// What `class` gives.
  package func plainClass(of value: RubyValue) -> RubyModule {
    var module = module(of: value)
    while module.isSingleton, let above = module.superclass { module = above }
    return module
  }

  package func className(of value: RubyValue) -> String { plainClass(of: value).name ?? "#<Class>" }

  /// The singleton class, made where there is none yet.
  package func singletonClass(of object: RubyHeapObject) -> RubyModule {
    if let module = ownSingletonClass(of: object) { return module }
    guard let module = object as? RubyModule, module.isClass else {
      return makeSingletonClass(of: object, under: object.module ?? plainModule(of: object))
    }
    // Those of the classes above come first.
    var open = [module]
    var above: RubyModule?
    while let next = open.last?.superclass {
      above = ownSingletonClass(of: next)
      if above != nil { break }
      open.append(next)
    }
    var parent = above ?? classes.classes
    for module in open.reversed() { parent = makeSingletonClass(of: module, under: parent) }
    return parent
  }

  private func ownSingletonClass(of object: RubyHeapObject) -> RubyModule? {
    guard let module = object.module, module.isSingleton, module.attached === object else { return nil }
    return module
  }

  private func makeSingletonClass(of object: RubyHeapObject, under parent: RubyModule) -> RubyModule {
    let made = RubyModule(
      name: nil, isClass: true, superclass: parent, module: classes.classes, isSingleton: true)
    made.attached = object
    made.birth = object.birth
    made.isCore = (object as? RubyModule)?.isCore ?? false
    object.module = made
    return made
  }

  private func plainModule(of object: RubyHeapObject) -> RubyModule {
    switch object {
    case is RubyString: classes.string
    case is RubyArray: classes.array
    case is RubyHash: classes.hash
    case is RubyInterval: classes.range
    case is RubyPattern: classes.regexp
    case is RubyProcedure: classes.procedure
    case let module as RubyModule: module.isClass ? classes.classes : classes.module
    default: classes.object
    }
  }

  /// Makes a class that is a constant of another; `superclass` is `Object` by default.
  @discardableResult
  package func makeClass(
    _ name: String, superclass: RubyModule? = nil, in parent: RubyModule? = nil
  ) -> RubyModule {
    let above = superclass ?? classes.object
    let made = born(RubyModule(name: nil, isClass: true, superclass: above, module: nil))
    made.kind = above.kind
    made.doubt = above.doubt
    _ = singletonClass(of: made)
    setConstant(name, .module(made), in: parent ?? classes.object)
    return made
  }

  /// Makes a module that is a constant of another.
  @discardableResult
  package func makeModule(_ name: String, in parent: RubyModule? = nil) -> RubyModule {
    let made = born(RubyModule(name: nil, isClass: false, superclass: nil, module: classes.module))
    setConstant(name, .module(made), in: parent ?? classes.object)
    return made
  }

  /// Defines a constant; a class or module without a name takes this one.
  package func setConstant(_ name: String, _ value: RubyValue, in parent: RubyModule) {
    if case .module(let module) = value, module.name == nil {
      module.name = parent === classes.object ? name : (parent.name ?? "#<Class>") + "::" + name
    }
    if case .module(let module) = value, module.parent == nil { module.parent = parent }
    let symbol = symbol(name)
    if parent.constants.updateValue(value, forKey: symbol) == nil { parent.constantNames.append(symbol) }
  }

  /// Defines a method.
  package func define(
    _ name: String, in module: RubyModule, _ body: RubyMethodEntry.Body,
    _ visibility: RubyMethodEntry.Visibility = .public
  ) {
    let symbol = symbol(name)
    module.methods[symbol] = RubyMethodEntry(symbol, in: module, body, visibility)
    methodVersion += 1
  }

  /// The method that a class has under a name; nil for none, also where it was undefined.
  package func method(_ name: RubySymbol, of module: RubyModule) -> RubyMethodEntry? {
    if module.cacheVersion != methodVersion {
      module.cache.removeAll(keepingCapacity: true)
      module.order = []
      module.cacheVersion = methodVersion
    } else if let known = module.cache[name] {
      return known
    }
    var found: RubyMethodEntry?
    for ancestor in ancestors(of: module) {
      guard let entry = ancestor.methods[name] else { continue }
      found = entry
      break
    }
    if let entry = found, case .absent = entry.body { found = nil }
    module.cache[name] = .some(found)
    return found
  }

  /// The classes and modules in which methods are looked up, in order.
  package func ancestors(of module: RubyModule) -> [RubyModule] {
    if module.cacheVersion == methodVersion, !module.order.isEmpty { return module.order }
    var order: [RubyModule] = []
    // A class may inherit from the last one as often as a loop runs.
    defer { budget.steps -= order.count > 64 ? order.count : 0 }
    var seen: Set<ObjectIdentifier> = []
    var next: RubyModule? = module
    while let current = next {
      add(current, to: &order, &seen, depth: 0)
      next = current.superclass
    }
    if module.cacheVersion == methodVersion { module.order = order }
    return order
  }

  private func add(
    _ module: RubyModule, to order: inout [RubyModule], _ seen: inout Set<ObjectIdentifier>, depth: Int
  ) {
    guard depth < 64, seen.insert(ObjectIdentifier(module)).inserted else { return }
    for mixin in module.prepended { add(mixin, to: &order, &seen, depth: depth + 1) }
    order.append(module)
    for mixin in module.included { add(mixin, to: &order, &seen, depth: depth + 1) }
  }

  /// The names of the methods that instances of a class have.
  package func methodNames(of module: RubyModule) -> Set<String> {
    Set(ancestors(of: module).flatMap { $0.methods.keys.map { spelling(of: $0) } })
  }

  /// The names of the constants at the top level.
  package var constantNames: [String] { classes.object.constants.keys.map { spelling(of: $0) } }

  /// The names of the constants of a class or module.
  package func constantNames(of module: RubyModule) -> [String] {
    module.constants.keys.map { spelling(of: $0) }.sorted()
  }

  /// Whether a class is another one or inherits from it.
  package func isA(_ module: RubyModule, _ other: RubyModule) -> Bool {
    module === other || ancestors(of: module).contains { $0 === other }
  }
}

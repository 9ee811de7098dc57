import RubySyntax

extension RubyInterpreter {
  func definition(_ node: RubyNode, _ shape: RubyShape, _ frame: Frame) throws(Unwinding) -> RubyValue {
    switch shape {
    case .method(let method): return try define(method, node, frame)
    case .classDefinition(let definition): return try openClass(definition, node, frame)
    case .module(let path, let body): return try openModule(path, body, node, frame)
    case .singletonClass(let owner, let body):
      guard let object = try evaluate(owner, frame).settled.heap else {
        return unknown("whose class it is cannot be told", node, frame)
      }
      return try run(body, in: singletonClass(of: object), frame)
    case .alias(let new, let old): return try alias(new, old, node, frame)
    case .undef(let names):
      for name in names.count == 0 ? [] : Array(frame.program.tree.nodes(in: names)) {
        guard case .symbol(let symbol) = try evaluate(name, frame) else { continue }
        let module = definitions(of: frame)
        add(RubyMethodEntry(symbol, in: module, .absent), as: symbol, to: module)
      }
      return .nil
    default: return .nil
    }
  }

  /// The class that `def` adds to.
  private func definitions(of frame: Frame) -> RubyModule {
    switch frame.definitions {
    case .scope: frame.scope.module
    case .module(let module): module
    case .receiver: frame.receiver.heap.map { singletonClass(of: $0) } ?? plainClass(of: frame.receiver)
    }
  }

  /// Adds a method to a class.
  func add(_ entry: RubyMethodEntry, as name: RubySymbol, to module: RubyModule) {
    touch(module)
    module.methods[name] = entry
    methodVersion += 1
  }

  private func define(_ method: RubyMethod, _ node: RubyNode, _ frame: Frame) throws(Unwinding) -> RubyValue {
    let name = frame.program.symbol(method.name.name, self)
    let place = place(node, frame)
    let body = RubyMethodEntry.Body.defined(place, scope: frame.scope)
    if let owner = method.owner {
      guard let object = try evaluate(owner, frame).settled.heap else { return .symbol(name) }
      let singleton = singletonClass(of: object)
      add(RubyMethodEntry(name, in: singleton, body), as: name, to: singleton)
      return .symbol(name)
    }
    let module = definitions(of: frame)
    let home = frame.home
    var visibility = home.receiver.heap === module ? home.visibility : .public
    if name == .known(.initialize) || name == .known(.respondToMissing) || name == .known(.initializeCopy) {
      visibility = .private
    }
    add(RubyMethodEntry(name, in: module, body, visibility), as: name, to: module)
    if home.definesModuleFunctions {
      let singleton = singletonClass(of: module)
      add(RubyMethodEntry(name, in: singleton, body), as: name, to: singleton)
    }
    if self.method(.known(.methodAdded), of: self.module(of: .module(module))) != nil, !module.isSingleton {
      _ = try call(.module(module), .known(.methodAdded), [.symbol(name)], at: place)
    }
    return .symbol(name)
  }

  private func alias(
    _ new: RubyNode, _ old: RubyNode, _ node: RubyNode, _ frame: Frame
  ) throws(Unwinding) -> RubyValue {
    if case .globalVariable(let to) = frame.program.tree.shape(of: new) {
      touch(globals)
      globals.values[frame.program.symbol(to.name, self)] = try evaluate(old, frame)
      return .nil
    }
    guard case .symbol(let to) = try evaluate(new, frame), case .symbol(let from) = try evaluate(old, frame)
    else { return .nil }
    try alias(to, from, in: definitions(of: frame), at: place(node, frame))
    return .nil
  }

  /// Gives a method a second name.
  func alias(
    _ new: RubySymbol, _ old: RubySymbol, in module: RubyModule, at place: RubyPlace?
  ) throws(Unwinding) {
    let found = method(old, of: module) ?? (module.isClass ? nil : method(old, of: classes.object))
    guard let entry = found else {
      guard doubt(of: module) == nil, !StandardNames.has(spelling(of: old), ancestors(of: module)) else {
        let doubt = doubt(of: module) ?? RubyUnknown("`\(spelling(of: old))` is not followed", at: place)
        return add(RubyMethodEntry(new, in: module, .unknown(doubt)), as: new, to: module)
      }
      let kind = module.isClass ? "class" : "module"
      throw raise(
        "NameError",
        "undefined method `\(spelling(of: old))' for \(kind) `\(module.name ?? "#<Class>")'", at: place)
    }
    let second = RubyMethodEntry(
      entry.name, in: module, entry.body, entry.visibility, origin: entry.origin)
    add(second, as: new, to: module)
  }

  /// Why not all methods of a class are known.
  func doubt(of module: RubyModule) -> RubyUnknown? {
    for ancestor in ancestors(of: module) { if let doubt = ancestor.doubt { return doubt } }
    return (module.attached as? RubyModule)?.doubt
  }

  private func openClass(
    _ definition: RubyClass, _ node: RubyNode, _ frame: Frame
  ) throws(Unwinding) -> RubyValue {
    let place = place(node, frame)
    let above = try definition.parent.map { (node) throws(Unwinding) in try evaluate(node, frame).settled }
    let (parent, name) = try owner(of: definition.path, frame)
    switch try existing(name, in: parent, frame) {
    case .module(let module)?:
      guard module.isClass else {
        throw raise("TypeError", "\(module.name ?? "") is not a class", at: place)
      }
      if case .module(let wanted)? = above, let present = module.superclass, present !== wanted,
        doubt(of: module) == nil
      {
        throw raise("TypeError", "superclass mismatch for class \(module.name ?? "")", at: place)
      }
      return try run(definition.body, in: module, frame)
    case .unknown(let doubt)?:
      let made = openEnded(name, in: parent, because: doubt)
      return try run(definition.body, in: made, frame)
    case nil: break
    default:
      throw raise("TypeError", "\(spelling(of: name)) is not a class", at: place)
    }
    switch above {
    case .module(let module)? where module.isClass:
      return try makeClass(name, under: module, in: parent, definition, frame)
    case .unknown(let doubt)?:
      return try run(definition.body, in: openEnded(name, in: parent, because: doubt), frame)
    case nil: return try makeClass(name, under: classes.object, in: parent, definition, frame)
    default: throw raise("TypeError", "superclass must be a Class", at: place)
    }
  }

  private func makeClass(
    _ name: RubySymbol, under above: RubyModule, in parent: RubyModule, _ definition: RubyClass,
    _ frame: Frame
  ) throws(Unwinding) -> RubyValue {
    touch(parent)
    let made = makeClass(spelling(of: name), superclass: above, in: parent)
    try inherit(made, from: above, at: place(definition.path, frame))
    return try run(definition.body, in: made, frame)
  }

  /// Calls the hook of the class that is inherited from.
  func inherit(_ made: RubyModule, from above: RubyModule, at place: RubyPlace?) throws(Unwinding) {
    guard method(.known(.inherited), of: module(of: .module(above))) != nil else { return }
    _ = try call(.module(above), .known(.inherited), [.module(made)], at: place)
  }

  /// A class that has more than is known.
  private func openEnded(_ name: RubySymbol, in parent: RubyModule, because doubt: RubyUnknown) -> RubyModule
  {
    touch(parent)
    let made = makeClass(spelling(of: name), in: parent)
    made.doubt = doubt
    return made
  }

  private func openModule(
    _ path: RubyNode, _ body: RubyNode, _ node: RubyNode, _ frame: Frame
  ) throws(Unwinding) -> RubyValue {
    let (parent, name) = try owner(of: path, frame)
    switch try existing(name, in: parent, frame) {
    case .module(let module)?:
      if module.isClass, doubt(of: module) == nil {
        throw raise("TypeError", "\(module.name ?? "") is not a module", at: place(node, frame))
      }
      return try run(body, in: module, frame)
    case .unknown(let doubt)?:
      touch(parent)
      let made = makeModule(spelling(of: name), in: parent)
      made.doubt = doubt
      return try run(body, in: made, frame)
    case nil:
      touch(parent)
      return try run(body, in: makeModule(spelling(of: name), in: parent), frame)
    default: throw raise("TypeError", "\(spelling(of: name)) is not a module", at: place(node, frame))
    }
  }

  /// The class or module that a path defines in, and the name there.
  private func owner(of path: RubyNode, _ frame: Frame) throws(Unwinding) -> (RubyModule, RubySymbol) {
    switch frame.program.tree.shape(of: path) {
    case .constant(let word): return (frame.scope.module, frame.program.symbol(word.name, self))
    case .rootConstant(let word): return (classes.object, frame.program.symbol(word.name, self))
    case .scopedConstant(let scope, let word):
      let name = frame.program.symbol(word.name, self)
      switch try evaluate(scope, frame).settled {
      case .module(let module): return (module, name)
      case .unknown(let doubt):
        let stand = RubyModule(name: nil, isClass: false, superclass: nil, module: classes.module)
        stand.doubt = doubt
        return (stand, name)
      default:
        throw raise("TypeError", "it is not a class/module", at: place(path, frame))
      }
    default: return (frame.scope.module, symbol("Nothing"))
    }
  }

  private func existing(
    _ name: RubySymbol, in parent: RubyModule, _ frame: Frame
  ) throws(Unwinding) -> RubyValue? {
    if let value = parent.constants[name] { return value.settled }
    let isRoot = parent === classes.object
    let spelling = spelling(of: name)
    if let value = try host.constant(spelling, in: isRoot ? nil : parent, self) { return value.settled }
    if let doubt = parent.doubt { return .unknown(doubt) }
    guard isRoot, StandardNames.constants.contains(spelling) else { return nil }
    return .unknown(RubyUnknown("`\(spelling)` is not followed", at: nil))
  }

  /// Runs the body of a class or module.
  private func run(_ body: RubyNode, in module: RubyModule, _ frame: Frame) throws(Unwinding) -> RubyValue {
    let inner = born(
      Frame(
        frame.program, receiver: .module(module), scope: LexicalScope(module, outer: frame.scope), home: nil,
        token: newToken()))
    return try entered(inner) { () throws(Unwinding) in try evaluate(body, inner) }
  }

  /// Runs code of a frame.
  func entered(
    _ frame: Frame, _ body: () throws(Unwinding) -> RubyValue
  ) throws(Unwinding) -> RubyValue {
    let outer = current
    current = frame
    defer { current = outer }
    return try body()
  }
}

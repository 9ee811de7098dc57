import RubySyntax

extension RubyInterpreter {
  func variable(_ node: RubyNode, _ shape: RubyShape, _ frame: Frame) throws(Unwinding) -> RubyValue {
    switch shape {
    case .instanceVariable(let word): return instanceVariable(frame.program.symbol(word.name, self), frame)
    case .classVariable(let word):
      let name = frame.program.symbol(word.name, self)
      if let value = classVariable(name, frame) { return value.settled }
      if let doubt = doubtOfConstants(frame.scope) { return .unknown(doubt) }
      let owner = holder(ofClassVariables: frame)
      throw raise(
        "NameError",
        "uninitialized class variable \(spelling(of: name)) in \(owner.name ?? "#<Class>")",
        at: place(node, frame))
    case .globalVariable(let word): return global(frame.program.symbol(word.name, self), node, frame)
    case .constant(let word): return try constant(frame.program.symbol(word.name, self), node, frame)
    case .rootConstant(let word):
      return try constant(
        frame.program.symbol(word.name, self), in: classes.object, node, frame)
    case .scopedConstant(let scope, let word):
      let name = frame.program.symbol(word.name, self)
      switch try evaluate(scope, frame).settled {
      case .module(let module): return try constant(name, in: module, node, frame)
      case .unknown(let doubt): return .unknown(doubt)
      case let other:
        let shown = try inspection(of: other, at: place(node, frame)) ?? className(of: other)
        throw raise("TypeError", "\(shown) is not a class/module", at: place(node, frame))
      }
    default: return .nil
    }
  }

  func instanceVariable(_ name: RubySymbol, _ frame: Frame) -> RubyValue {
    if case .unknown(let doubt) = frame.receiver { return .unknown(doubt) }
    guard let object = frame.receiver.heap as? RubyObject else {
      // Those of a list, a hash or a text of a class of the program's own are not kept.
      guard frame.receiver.heap?.module != nil else { return .nil }
      return .unknown(RubyUnknown("`\(spelling(of: name))` of a collection is not followed", at: nil))
    }
    return (object.variable(name) ?? unset(of: object)).settled
  }

  /// Sets an instance variable.
  package func setVariable(_ name: RubySymbol, _ value: RubyValue, of object: RubyObject) {
    touch(object)
    for position in object.variables.indices where object.variables[position].name == name {
      object.variables[position].value = value
      return
    }
    object.variables.append((name, value))
  }

  /// The class whose class variables the code sees.
  func holder(ofClassVariables frame: Frame) -> RubyModule {
    var scope: LexicalScope? = frame.scope
    while let current = scope {
      if !current.module.isSingleton { return current.module }
      if let attached = current.module.attached as? RubyModule { return attached }
      scope = current.outer
    }
    return classes.object
  }

  func classVariable(_ name: RubySymbol, _ frame: Frame) -> RubyValue? {
    for module in ancestors(of: holder(ofClassVariables: frame)) {
      if let value = module.classVariables[name] { return value }
    }
    return nil
  }

  func setClassVariable(_ name: RubySymbol, _ value: RubyValue, _ frame: Frame) {
    let holder = holder(ofClassVariables: frame)
    let owner = ancestors(of: holder).first { $0.classVariables[name] != nil } ?? holder
    touch(owner)
    owner.classVariables[name] = value
  }

  private func global(_ name: RubySymbol, _ node: RubyNode, _ frame: Frame) -> RubyValue {
    let spelling = spelling(of: name)
    switch spelling {
    case "$~": return frame.home.lastMatch.settled
    case "$!": return handled.last ?? .nil
    case "$0", "$PROGRAM_NAME": return unknown("it depends on the machine", node, frame)
    case "$&", "$`", "$'", "$+": return part(spelling, frame)
    default: break
    }
    if let group = Int(spelling.dropFirst()), group > 0 { return matchGroup(group, frame) }
    if let value = globals.values[name] { return value.settled }
    let machine = ["$?", "$$", "$:", "$LOAD_PATH", "$\"", "$LOADED_FEATURES", "$stdin", "$stdout", "$stderr"]
    return machine.contains(spelling) ? unknown("it depends on the machine", node, frame) : .nil
  }

  private func matchGroup(_ group: Int, _ frame: Frame) -> RubyValue {
    switch frame.home.lastMatch {
    case .object(let object): (object.payload as? RubyMatch)?.value(group) ?? .nil
    case .unknown(let doubt): .unknown(doubt)
    default: .nil
    }
  }

  private func part(_ name: String, _ frame: Frame) -> RubyValue {
    guard case .object(let object) = frame.home.lastMatch, let match = object.payload as? RubyMatch,
      let whole = match.groups.first ?? nil
    else { return frame.home.lastMatch.doubt.map { .unknown($0) } ?? .nil }
    switch name {
    case "$&": return match.value(0)
    case "$`": return .string(match.subject.slice(0..<whole.lowerBound))
    case "$'": return .string(match.subject.slice(whole.upperBound..<match.subject.bytes.count))
    default:
      let last = match.groups.indices.dropFirst().last { match.groups[$0] != nil }
      return last.map { match.value($0) } ?? .nil
    }
  }

  /// `$~`: what the last match found, set by the methods that match.
  package var lastMatch: RubyValue {
    get { current?.home.lastMatch ?? .nil }
    set {
      guard let home = current?.home else { return }
      touch(home)
      home.lastMatch = newValue
    }
  }

  /// A constant as the text around sees it.
  func constant(_ name: RubySymbol, _ node: RubyNode, _ frame: Frame) throws(Unwinding) -> RubyValue {
    var scope: LexicalScope? = frame.scope
    while let current = scope, current.module !== classes.object {
      if let value = current.module.constants[name] { return value.settled }
      scope = current.outer
    }
    if let value = inheritedConstant(name, frame.scope.module) { return value.settled }
    return try missingConstant(name, frame.scope.module, isScoped: false, node, frame)
  }

  /// A constant of a class or module, as `A::B`.
  func constant(
    _ name: RubySymbol, in module: RubyModule, _ node: RubyNode, _ frame: Frame
  ) throws(Unwinding) -> RubyValue {
    // Before what lies at the top level under the same name.
    if module.isHosted, module.constants[name] == nil,
      let value = try host.constant(spelling(of: name), in: module, self)
    {
      return value.settled
    }
    if let value = inheritedConstant(name, module) { return value.settled }
    return try missingConstant(name, module, isScoped: true, node, frame)
  }

  /// A constant of a class or module or of its ancestors.
  package func inheritedConstant(_ name: RubySymbol, _ module: RubyModule) -> RubyValue? {
    var next: RubyModule? = module
    while let module = next, budget.steps >= 0 {
      if let value = module.constants[name] { return value }
      for ancestor in ancestors(of: module) {
        if let value = ancestor.constants[name] { return value }
      }
      next = module.isSingleton ? module.attached as? RubyModule : nil
    }
    return classes.object.constants[name]
  }

  private func missingConstant(
    _ name: RubySymbol, _ module: RubyModule, isScoped: Bool, _ node: RubyNode, _ frame: Frame
  ) throws(Unwinding) -> RubyValue {
    let spelling = spelling(of: name)
    let place = place(node, frame)
    let isRoot = module === classes.object
    if !isScoped, !isRoot {
      var scope: LexicalScope? = frame.scope
      while let current = scope, current.module !== classes.object {
        if let value = try host.constant(spelling, in: current.module, self) { return value.settled }
        scope = current.outer
      }
    }
    if let value = try host.constant(spelling, in: isScoped && !isRoot ? module : nil, self) {
      return value.settled
    }
    if let hook = method(.known(.constMissing), of: self.module(of: .module(module))) {
      return try invoke(
        hook, .module(module), .known(.constMissing), CallArguments(values: [.symbol(name)]), place
      ).settled
    }
    if let doubt = module.doubt ?? (isScoped ? nil : doubtOfConstants(frame.scope)) { return .unknown(doubt) }
    if isRoot || !isScoped ? StandardNames.constants.contains(spelling) : module.isCore {
      mayRaise(at: place)
      return .unknown(RubyUnknown("`\(spelling)` is not followed", at: place))
    }
    let path =
      isRoot || !isScoped && module.isSingleton ? spelling : "\(module.name ?? "#<Class>")::\(spelling)"
    throw raise("NameError", "uninitialized constant \(path)", name: name, at: place)
  }

  /// Why not all constants around a piece of text are known.
  func doubtOfConstants(_ scope: LexicalScope) -> RubyUnknown? {
    var scope: LexicalScope? = scope
    while let current = scope {
      for module in ancestors(of: current.module) { if let doubt = module.doubt { return doubt } }
      scope = current.outer
    }
    return nil
  }
}

import RubySyntax

extension RubyInterpreter {
  func evaluate(
    _ choice: RubyConditional, _ node: RubyNode, _ frame: Frame
  ) throws(Unwinding) -> RubyValue {
    let condition = try condition(choice.condition, frame)
    guard let truth = condition.truth else {
      let doubt = condition.doubt ?? RubyUnknown("it cannot be told", at: place(choice.condition, frame))
      return try either(because: doubt) { () throws(Unwinding) in
        try evaluate(choice.body, frame)
      } or: { () throws(Unwinding) in
        try choice.otherwise.map { (node) throws(Unwinding) in try evaluate(node, frame) } ?? .nil
      }
    }
    if truth != choice.isNegated { return try evaluate(choice.body, frame) }
    guard let otherwise = choice.otherwise else { return .nil }
    return try evaluate(otherwise, frame)
  }

  /// A condition: a bare regular expression is matched with `$_`, which is not followed.
  func condition(_ node: RubyNode, _ frame: Frame) throws(Unwinding) -> RubyValue {
    try evaluate(node, frame).settled
  }

  func negation(of node: RubyNode, _ frame: Frame) throws(Unwinding) -> RubyValue {
    let value = try evaluate(node, frame).settled
    if case .object = value, let entry = method(.known(.not), of: module(of: value)) {
      if case .defined = entry.body {
        return try invoke(entry, value, .known(.not), CallArguments(), place(node, frame))
      }
    }
    guard let truth = value.truth else { return value }
    return .boolean(!truth)
  }

  /// `a && b`, `a || b`.
  func junction(
    _ left: RubyNode, _ right: RubyNode, continuesIf aim: Bool, _ frame: Frame
  ) throws(Unwinding) -> RubyValue {
    let value = try evaluate(left, frame).settled
    if let truth = value.truth {
      return truth == aim ? try evaluate(right, frame) : value
    }
    let doubt = value.doubt ?? RubyUnknown("it cannot be told", at: place(left, frame))
    let result = try either(because: doubt) { () throws(Unwinding) in
      try evaluate(right, frame)
    } or: { () throws(Unwinding) in
      value
    }
    return result
  }

  // `case`.

  func evaluate(_ choice: RubyChoice, _ node: RubyNode, _ frame: Frame) throws(Unwinding) -> RubyValue {
    let subject = try choice.subject.map { (node) throws(Unwinding) in try evaluate(node, frame).settled }
    return try arms(Array(frame.program.tree.nodes(in: choice.arms))[...], choice, subject, frame)
  }

  /// Runs the first of the arms that fits; where that cannot be told, this one or one of the rest.
  private func arms(
    _ arms: ArraySlice<RubyNode>, _ choice: RubyChoice, _ subject: RubyValue?, _ frame: Frame
  ) throws(Unwinding) -> RubyValue {
    for (position, arm) in zip(arms.indices, arms) {
      guard case .arm(let patterns, let body) = frame.program.tree.shape(of: arm) else { continue }
      guard let fits = try fits(patterns, subject, frame) else {
        let doubt = subject?.doubt ?? RubyUnknown("the case cannot be told", at: place(arm, frame))
        return try either(because: doubt) { () throws(Unwinding) in
          try evaluate(body, frame)
        } or: { () throws(Unwinding) in
          try self.arms(arms[(position + 1)...], choice, subject, frame)
        }
      }
      if fits { return try evaluate(body, frame) }
    }
    guard let otherwise = choice.otherwise else { return .nil }
    return try evaluate(otherwise, frame)
  }

  private func fits(
    _ patterns: RubyList, _ subject: RubyValue?, _ frame: Frame
  ) throws(Unwinding) -> Bool? {
    let program = frame.program
    var isOpen = false
    for node in program.tree.nodes(in: patterns) {
      var candidates: [RubyValue]
      switch program.tree.shape(of: node) {
      case .error: return nil
      case .splat(let inner?):
        guard let values = try spread(evaluate(inner, frame), node, frame) else {
          isOpen = true
          continue
        }
        candidates = values
      default: candidates = [try evaluate(node, frame).settled]
      }
      for candidate in candidates {
        let truth =
          try subject == nil ? candidate.truth : caseEquals(candidate, subject ?? .nil, place(node, frame))
        if truth == true { return isOpen ? nil : true }
        if truth == nil {
          isOpen = true
          if case .pattern = candidate {
            lastMatch = .unknown(RubyUnknown("what fits", at: place(node, frame)))
          }
        }
      }
    }
    return isOpen ? nil : false
  }

  /// `pattern === subject`; nil where it cannot be told.
  func caseEquals(
    _ pattern: RubyValue, _ subject: RubyValue, _ place: RubyPlace
  ) throws(Unwinding) -> Bool? {
    switch pattern {
    case .module(let module) where !hasOwn(.known(.caseEquals), pattern):
      return isA(subject, module)
    case .string, .symbol, .integer, .nil, .boolean, .float, .array, .hash:
      return try areEqual(pattern, subject, at: place)
    case .unknown: return nil
    default:
      if subject.doubt != nil { return nil }
      return try send(
        pattern, .known(.caseEquals), CallArguments(values: [subject]), .explicit, place
      ).settled.truth
    }
  }

  private func hasOwn(_ name: RubySymbol, _ value: RubyValue) -> Bool {
    guard let entry = method(name, of: module(of: value)) else { return false }
    if case .core = entry.body { return false }
    return true
  }

  /// Whether a value is of a class or has a module; nil where that cannot be told.
  package func isA(_ value: RubyValue, _ module: RubyModule) -> Bool? {
    if case .unknown = value { return nil }
    let own = self.module(of: value)
    if isA(own, module) { return true }
    return ancestors(of: own).contains { $0.doubt != nil } ? nil : false
  }
}

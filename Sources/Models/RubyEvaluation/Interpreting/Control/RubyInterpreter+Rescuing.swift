import RubySyntax

extension RubyInterpreter {
  /// Statements with `rescue`, `else` and `ensure`.
  func evaluate(_ body: RubyBody, _ node: RubyNode, _ frame: Frame) throws(Unwinding) -> RubyValue {
    guard let ensure = body.ensure else { return try rescued(body, node, frame) }
    let outcome = outcome { () throws(Unwinding) in try rescued(body, node, frame) }
    _ = try evaluate(ensure, frame)
    switch outcome {
    case .value(let value): return value
    case .departure(let departure): throw unwind(departure)
    }
  }

  private func rescued(_ body: RubyBody, _ node: RubyNode, _ frame: Frame) throws(Unwinding) -> RubyValue {
    guard !body.rescues.isEmpty else {
      let value = try evaluate(body.statements, frame)
      guard let otherwise = body.otherwise else { return value }
      return try evaluate(otherwise, frame)
    }
    return try rescuing(node, frame) { () throws(Unwinding) in
      try evaluate(body.statements, frame)
    } otherwise: { (value) throws(Unwinding) in
      guard let otherwise = body.otherwise else { return value }
      return try evaluate(otherwise, frame)
    } handle: { (failure) throws(Unwinding) in
      try handle(failure, Array(frame.program.tree.nodes(in: body.rescues))[...], frame)
    }
  }

  /// `a rescue b`.
  func rescueModifier(
    _ body: RubyNode, _ otherwise: RubyNode, _ node: RubyNode, _ frame: Frame
  ) throws(Unwinding) -> RubyValue {
    try rescuing(node, frame) { () throws(Unwinding) in
      try evaluate(body, frame)
    } otherwise: { (value) throws(Unwinding) in
      value
    } handle: { (failure) throws(Unwinding) in
      guard try isStandard(failure) != false else { throw unwind(.raise(failure)) }
      handled.append(failure.exception)
      defer { if !handled.isEmpty { handled.removeLast() } }
      return try evaluate(otherwise, frame)
    }
  }

  /// Runs code whose exceptions are handled, those that may have been raised among them.
  private func rescuing(
    _ node: RubyNode, _ frame: Frame, _ body: () throws(Unwinding) -> RubyValue,
    otherwise: (RubyValue) throws(Unwinding) -> RubyValue,
    handle: (RubyFailure) throws(Unwinding) -> RubyValue
  ) throws(Unwinding) -> RubyValue {
    var tries = 0
    while true {
      let height = speculations.count
      let outer = floor
      let (depth, handlers) = (callers.count, handled.count)
      floor = height
      rescuers += 1
      var outcome = outcome(of: body)
      rescuers -= 1
      callers.removeLast(callers.count - depth)
      handled.removeLast(handled.count - handlers)
      switch outcome {
      case .value(let value): outcome = self.outcome { () throws(Unwinding) in try otherwise(value) }
      case .departure(.raise(let failure)):
        outcome = self.outcome { () throws(Unwinding) in try handle(failure) }
      case .departure: break
      }
      outcome = meetRaises(outcome, height, handle)
      floor = outer
      if case .departure(.retry) = outcome {
        close(above: height)
        tries += 1
        try step(at: place(node, frame))
        if certainty == .sure || tries < 3 { continue }
        return unknown("how often it is tried again cannot be told", node, frame)
      }
      return try finish(outcome, above: height)
    }
  }

  /// Handles the exceptions that may have been raised, each from the state in which it was.
  private func meetRaises(
    _ outcome: Outcome, _ height: Int, _ handle: (RubyFailure) throws(Unwinding) -> RubyValue
  ) -> Outcome {
    collapse(to: height)
    guard speculations.count > height else { return outcome }
    let speculation = speculations[height]
    var outcome = outcome
    let raises = speculation.exits.filter { if case .raise = $0.departure { true } else { false } }
    speculation.exits.removeAll { if case .raise = $0.departure { true } else { false } }
    for exit in raises {
      guard case .raise(let failure) = exit.departure else { continue }
      let present = speculation.present()
      putBack(speculation.before)
      putBack(exit.states)
      var handled = self.outcome { () throws(Unwinding) in try handle(failure) }
      if case .departure(.retry) = handled { handled = .value(.unknown(speculation.doubt)) }
      collapse(to: height)
      outcome = combine(speculation, outcome, present, handled)
    }
    return outcome
  }

  /// Notes that what cannot be told may raise, where something would rescue that.
  func mayRaise(at place: RubyPlace?) {
    guard rescuers > 0 else { return }
    let doubt = RubyUnknown("whether it fails cannot be told", at: place)
    let speculation = resting(doubt)
    guard
      !speculation.exits.contains(where: {
        if case .raise(let failure) = $0.departure { failure.className == "" } else { false }
      })
    else { return }
    let failure = RubyFailure(
      .unknown(doubt), className: "", message: nil, at: place, callers: stack, .maybe)
    leave(Speculation.Exit(departure: .raise(failure), states: speculation.present()), speculation)
  }

  /// Runs the first handler that takes an exception; where that cannot be told, this one or one of the rest.
  private func handle(
    _ failure: RubyFailure, _ rescues: ArraySlice<RubyNode>, _ frame: Frame
  ) throws(Unwinding) -> RubyValue {
    for (position, node) in zip(rescues.indices, rescues) {
      guard case .rescue(let rescue) = frame.program.tree.shape(of: node) else { continue }
      guard let takes = try takes(rescue, failure, frame) else {
        let doubt =
          failure.exception.doubt ?? RubyUnknown("what it rescues cannot be told", at: place(node, frame))
        return try either(because: doubt) { () throws(Unwinding) in
          try run(rescue, failure, frame)
        } or: { () throws(Unwinding) in
          try handle(failure, rescues[(position + 1)...], frame)
        }
      }
      if takes { return try run(rescue, failure, frame) }
    }
    throw unwind(.raise(failure))
  }

  private func run(
    _ rescue: RubyRescue, _ failure: RubyFailure, _ frame: Frame
  ) throws(Unwinding) -> RubyValue {
    if let variable = rescue.variable { try assign(failure.exception, to: variable, frame) }
    handled.append(failure.exception)
    defer { if !handled.isEmpty { handled.removeLast() } }
    return try evaluate(rescue.statements, frame)
  }

  private func takes(
    _ rescue: RubyRescue, _ failure: RubyFailure, _ frame: Frame
  ) throws(Unwinding) -> Bool? {
    if rescue.classes.isEmpty { return try isStandard(failure) }
    var isOpen = false
    for node in frame.program.tree.nodes(in: rescue.classes) {
      var candidates = [RubyValue]()
      if case .splat(let inner?) = frame.program.tree.shape(of: node) {
        guard let values = try spread(evaluate(inner, frame), node, frame) else {
          isOpen = true
          continue
        }
        candidates = values
      } else {
        candidates = [try evaluate(node, frame).settled]
      }
      for candidate in candidates {
        let truth = try caseEquals(candidate, failure.exception, place(node, frame))
        if truth == true { return isOpen ? nil : true }
        if truth == nil { isOpen = true }
      }
    }
    return isOpen ? nil : false
  }

  private func isStandard(_ failure: RubyFailure) throws(Unwinding) -> Bool? {
    guard case .module(let standard)? = classes.object.constants[symbol("StandardError")] else { return true }
    return isA(failure.exception, standard)
  }
}

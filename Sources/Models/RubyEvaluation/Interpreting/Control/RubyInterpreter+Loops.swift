import RubySyntax

extension RubyInterpreter {
  func evaluate(_ loop: RubyLoop, _ node: RubyNode, _ frame: Frame) throws(Unwinding) -> RubyValue {
    try inLoop(frame) { (round) throws(Unwinding) in
      var isFirst = loop.runsFirst
      let height = speculations.count
      var rounds = 0
      while true {
        if !isFirst {
          let condition = try condition(loop.condition, frame)
          guard let truth = condition.truth else {
            let doubt =
              condition.doubt ?? RubyUnknown("it cannot be told", at: place(loop.condition, frame))
            _ = try maybe(because: doubt) { () throws(Unwinding) in try round(loop.body) }
            return .nil
          }
          if truth == loop.isNegated { return .nil }
        }
        isFirst = false
        _ = try round(loop.body)
        try step(at: place(node, frame))
        rounds += 1
        // A way out that may have been taken: what changes from round to round has shown by now.
        if speculations.count > height, rounds >= Self.doubtfulRounds {
          return unknown("how often it runs cannot be told", node, frame)
        }
      }
    }
  }

  /// How often a loop runs on that may have been left.
  private static let doubtfulRounds = 100

  /// `for target in list`.
  func forLoop(
    _ target: RubyNode, _ list: RubyNode, _ body: RubyNode, _ node: RubyNode, _ frame: Frame
  ) throws(Unwinding) -> RubyValue {
    let value = try evaluate(list, frame).settled
    guard let values = try spread(value, list, frame) else {
      let doubt = value.doubt ?? RubyUnknown("the list cannot be told", at: place(list, frame))
      return try maybe(because: doubt) { () throws(Unwinding) in
        try inLoop(frame) { (round) throws(Unwinding) in
          try assign(.unknown(doubt), to: target, frame)
          return try round(body)
        }
      }
    }
    return try inLoop(frame) { (round) throws(Unwinding) in
      for item in values {
        try assign(item, to: target, frame)
        _ = try round(body)
      }
      return value
    }
  }

  /// Runs a loop whose rounds `next` ends and that `break` leaves.
  private func inLoop(
    _ frame: Frame,
    _ body: ((RubyNode) throws(Unwinding) -> RubyValue) throws(Unwinding) -> RubyValue
  ) throws(Unwinding) -> RubyValue {
    let outer = (frame.breakToken, frame.nextToken)
    let (loop, next) = (newToken(), newToken())
    defer { (frame.breakToken, frame.nextToken) = outer }
    return try boundary {
      () throws(Unwinding) in
      try body { (node) throws(Unwinding) in
        (frame.breakToken, frame.nextToken) = (loop, next)
        return try boundary { () throws(Unwinding) in
          try evaluate(node, frame)
        } _: { departure in
          if case .next(next, let value) = departure { value } else { nil }
        }
      }
    } _: { departure in
      if case .leave(loop, let value) = departure { value } else { nil }
    }
  }

  /// `break`, `next`, `return`, `redo`, `retry`.
  func leave(
    _ jump: RubyJump, _ list: RubyList, _ node: RubyNode, _ frame: Frame
  ) throws(Unwinding) -> RubyValue {
    let values = try elements(list, node, frame)
    var value = values.first ?? .nil
    if values.count > 1 || isSplat(list, frame) { value = .array(born(RubyArray(values))) }
    switch jump {
    case .leave: throw unwind(.leave(frame.breakToken, value))
    case .next: throw unwind(.next(frame.nextToken, value))
    case .giveBack: throw unwind(.giveBack(frame.returnToken, value))
    case .redo: throw unwind(.next(frame.nextToken, unknown("`redo` is not followed", node, frame)))
    case .retry: throw unwind(.retry)
    }
  }

  private func isSplat(_ list: RubyList, _ frame: Frame) -> Bool {
    guard let first = frame.program.tree.nodes(in: list).first,
      case .splat = frame.program.tree.shape(of: first)
    else { return false }
    return true
  }
}

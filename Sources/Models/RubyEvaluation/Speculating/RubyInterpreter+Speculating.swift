/// How a piece of code ended.
enum Outcome {
  case value(RubyValue)
  case departure(Departure)
}

extension RubyInterpreter {
  /// Runs what one of two branches does where it cannot be told which, and gives what is known after either.
  package func either(
    because doubt: RubyUnknown, _ first: () throws(Unwinding) -> RubyValue,
    or second: () throws(Unwinding) -> RubyValue
  ) throws(Unwinding) -> RubyValue {
    let height = speculations.count
    let speculation = open(doubt)
    let outer = floor
    floor = speculations.count
    let one = outcome(of: first)
    collapse(to: height)
    let afterFirst = speculation.present()
    putBack(speculation.before)
    let other = outcome(of: second)
    collapse(to: height)
    floor = outer
    return try finish(combine(speculation, one, afterFirst, other), above: height)
  }

  /// Runs what may run.
  package func maybe(
    because doubt: RubyUnknown, _ body: () throws(Unwinding) -> RubyValue
  ) throws(Unwinding) -> RubyValue {
    try either(because: doubt, body) { () throws(Unwinding) in .unknown(doubt) }
  }

  func outcome(of body: () throws(Unwinding) -> RubyValue) -> Outcome {
    do throws(Unwinding) {
      return .value(try body())
    } catch {
      return .departure(takeDeparture())
    }
  }

  /// Runs a construct that ways out may aim at, and meets those that may have been taken: `aim` gives the value of the
  /// ones that end here.
  func boundary(
    _ body: () throws(Unwinding) -> RubyValue, _ aim: (Departure) -> RubyValue?
  ) throws(Unwinding) -> RubyValue {
    let height = speculations.count
    let outer = floor
    floor = height
    do throws(Unwinding) {
      let value = try body()
      floor = outer
      if speculations.count == height { return value }
      return try finish(meet(.value(value), height, aim), above: height)
    } catch {
      floor = outer
      let departure = takeDeparture()
      if speculations.count == height {
        if let value = aim(departure) { return value }
        throw unwind(departure)
      }
      return try finish(meet(.departure(departure), height, aim), above: height)
    }
  }

  /// Keeps the state of an object that is about to change.
  func touch(_ object: RubyHeapObject) {
    guard let top = speculations.last, object.stamp != top.id, object.birth < top.id else { return }
    object.stamp = top.id
    guard !top.before.holds(object) else { return }
    let state = SavedState(of: object)
    budget.steps -= state.size / 8
    top.before.add(object, state)
  }

  /// Marks an object as made now.
  func born<Object: RubyHeapObject>(_ object: Object) -> Object {
    object.birth = lastSpeculation
    return object
  }

  /// Whether an object was made since the outermost condition that cannot be told, or there is none.
  func isOwn(_ object: RubyHeapObject) -> Bool {
    guard let outermost = speculations.first else { return true }
    return object.birth >= outermost.id
  }

  func open(_ doubt: RubyUnknown) -> Speculation {
    lastSpeculation += 1
    let speculation = Speculation(id: lastSpeculation, doubt: doubt)
    speculations.append(speculation)
    return speculation
  }

  /// A resting speculation that ways out of the running construct can be added to.
  func resting(_ doubt: RubyUnknown) -> Speculation {
    if speculations.count > floor, let top = speculations.last { return top }
    return open(doubt)
  }
}

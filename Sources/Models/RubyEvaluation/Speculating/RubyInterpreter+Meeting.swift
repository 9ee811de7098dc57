extension RubyInterpreter {
  /// Leaves one speculation above a height, which holds all ways out of those above it.
  func collapse(to height: Int) {
    while speculations.count > height + 1, let top = speculations.popLast() {
      guard let lower = speculations.last else { return }
      for entry in top.before.entries where entry.object.birth < lower.id {
        lower.before.add(entry.object, entry.state)
        entry.object.stamp = 0
      }
      budget.steps -= lower.before.entries.count * top.exits.count
      for var exit in top.exits {
        // What the way out left as it was at the fork of `top` is as the present state, unless `top` saved it.
        for entry in lower.before.entries where !exit.states.holds(entry.object) {
          exit.states.add(entry.object, top.before[entry.object] ?? SavedState(of: entry.object))
        }
        add(exit, to: lower)
      }
    }
  }

  /// Adds a way out; two with the same aim become one.
  private func add(_ exit: Speculation.Exit, to speculation: Speculation) {
    guard
      let index = speculation.exits.firstIndex(where: { Self.haveSameAim($0.departure, exit.departure) })
    else { return speculation.exits.append(exit) }
    let present = speculation.present()
    putBack(speculation.before)
    putBack(exit.states)
    merge(speculation.exits[index].states, speculation)
    speculation.exits[index].departure = merged(
      speculation.exits[index].departure, exit.departure, speculation.doubt)
    speculation.exits[index].states = speculation.present()
    putBack(speculation.before)
    putBack(present)
  }

  private static func haveSameAim(_ a: Departure, _ b: Departure) -> Bool {
    switch (a, b) {
    case (.leave(let a, _), .leave(let b, _)), (.next(let a, _), .next(let b, _)),
      (.giveBack(let a, _), .giveBack(let b, _)):
      a == b
    case (.raise(let a), .raise(let b)): a.className == b.className && a.place?.node == b.place?.node
    default: false
    }
  }

  private func merged(_ a: Departure, _ b: Departure, _ doubt: RubyUnknown) -> Departure {
    switch (a, b) {
    case (.leave(let aim, let a), .leave(_, let b)): .leave(aim, SavedState.merged(a, b, doubt))
    case (.next(let aim, let a), .next(_, let b)): .next(aim, SavedState.merged(a, b, doubt))
    case (.giveBack(let aim, let a), .giveBack(_, let b)): .giveBack(aim, SavedState.merged(a, b, doubt))
    default: a
    }
  }

  func putBack(_ states: Speculation.States) {
    for entry in states.entries { entry.state.restore(entry.object, self) }
  }

  /// Merges states, in which other objects are as at the fork, into the present.
  private func merge(_ states: Speculation.States, _ speculation: Speculation) {
    let entries = speculation.before.entries
    budget.steps -= entries.count
    for entry in entries {
      (states[entry.object] ?? entry.state).mergeIntoPresent(of: entry.object, self, speculation.doubt)
    }
  }

  /// Goes over to a way out: the present becomes its state.
  private func enter(_ states: Speculation.States, _ speculation: Speculation) {
    putBack(speculation.before)
    putBack(states)
  }

  /// What is known after one of two paths of a speculation: the first ended in `states`, the second is the present.
  func combine(
    _ speculation: Speculation, _ first: Outcome, _ states: Speculation.States, _ second: Outcome
  ) -> Outcome {
    switch (first, second) {
    case (.value(let one), .value(let other)):
      merge(states, speculation)
      return .value(SavedState.merged(one, other, speculation.doubt))
    case (.departure(let departure), .value):
      leave(Speculation.Exit(departure: departure, states: states), speculation)
      return second
    case (.value, .departure(let departure)):
      let present = Speculation.Exit(departure: departure, states: speculation.present())
      enter(states, speculation)
      leave(present, speculation)
      return first
    case (.departure(let one), .departure(let other)):
      if Self.haveSameAim(one, other) {
        merge(states, speculation)
        return .departure(merged(one, other, speculation.doubt))
      }
      // What ends further out waits; a raise that nothing rescues is out of sight.
      if reach(of: one) >= reach(of: other) {
        leave(Speculation.Exit(departure: one, states: states), speculation)
        return second
      }
      let present = Speculation.Exit(departure: other, states: speculation.present())
      enter(states, speculation)
      leave(present, speculation)
      return first
    }
  }

  private func reach(of departure: Departure) -> Int {
    switch departure {
    case .next: 0
    case .leave: 1
    case .redo, .retry: 2
    case .giveBack: 3
    case .toss: 4
    case .raise: rescuers > 0 ? 5 : 6
    case .exhausted: -1
    }
  }

  /// Keeps a way out that may have been taken, unless nothing comes after it: a raise that nothing rescues.
  func leave(_ exit: Speculation.Exit, _ speculation: Speculation) {
    if case .raise(let failure) = exit.departure, rescuers == 0 {
      note(failure)
      return
    }
    if case .exhausted = exit.departure { return }
    add(exit, to: speculation)
  }

  /// Meets the ways out that end at a construct.
  func meet(
    _ outcome: Outcome, _ height: Int, _ aim: (Departure) -> RubyValue?
  ) -> Outcome {
    collapse(to: height)
    guard speculations.count > height, let speculation = speculations.last else { return outcome }
    var outcome = outcome
    if case .departure(let departure) = outcome, let value = aim(departure) { outcome = .value(value) }
    var position = 0
    while position < speculation.exits.count {
      guard let value = aim(speculation.exits[position].departure) else {
        position += 1
        continue
      }
      let exit = speculation.exits.remove(at: position)
      let present = speculation.present()
      enter(exit.states, speculation)
      outcome = combine(speculation, outcome, present, .value(value))
    }
    return outcome
  }

  /// Closes what has no way out left, and goes on with an outcome.
  func finish(_ outcome: Outcome, above height: Int) throws(Unwinding) -> RubyValue {
    close(above: height)
    switch outcome {
    case .value(let value): return value
    case .departure(let departure): throw unwind(departure)
    }
  }

  func close(above height: Int) {
    guard speculations.count > height, let speculation = speculations.last else { return }
    if rescuers == 0 {
      speculation.exits.removeAll { exit in
        guard case .raise(let failure) = exit.departure else { return false }
        note(failure)
        return true
      }
    }
    if speculation.exits.isEmpty {
      speculations.removeLast()
      guard let lower = speculations.last else { return forget(speculation) }
      for entry in speculation.before.entries where entry.object.birth < lower.id {
        lower.before.add(entry.object, entry.state)
        entry.object.stamp = 0
      }
    } else if height > floor {
      collapse(to: floor)
    }
  }

  /// Drops what is open above a height: what was waiting there is met by nobody.
  func abandon(above height: Int) {
    guard speculations.count > height else { return }
    collapse(to: height)
    for exit in speculations[height].exits {
      if case .raise(let failure) = exit.departure { note(failure) }
    }
    speculations[height].exits = []
    close(above: height)
  }

  private func forget(_ speculation: Speculation) {
    for entry in speculation.before.entries { entry.object.stamp = 0 }
  }

  func note(_ failure: RubyFailure) {
    failure.certainty = .maybe
    guard !failure.className.isEmpty, possibleFailures.count < 1000 else { return }
    possibleFailures.append(failure)
  }
}

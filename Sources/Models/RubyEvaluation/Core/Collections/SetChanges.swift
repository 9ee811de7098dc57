/// `Set`: changing it in place.
enum SetChanges {
  static func define(in sets: SetTable) {
    sets.define("add", "<<", arity: 1) { (set, call) throws(Unwinding) in
      try change(call)
      try call.reserve(elements: 1)
      set.insert(call[0])
      return call.receiver
    }
    sets.define("add?", arity: 1) { (set, call) throws(Unwinding) in
      try change(call)
      if set.contains(call[0]) { return .nil }
      set.insert(call[0])
      return call.receiver
    }
    sets.define("delete", arity: 1) { (set, call) throws(Unwinding) in
      try change(call)
      set.members[call[0]] = nil
      return call.receiver
    }
    sets.define("delete?", arity: 1) { (set, call) throws(Unwinding) in
      try change(call)
      guard set.contains(call[0]) else { return .nil }
      set.members[call[0]] = nil
      return call.receiver
    }
    sets.define("clear") { (set, call) throws(Unwinding) in
      try change(call)
      set.members.removeAll()
      return call.receiver
    }
    sets.define("merge", arity: .any) { (set, call) throws(Unwinding) in
      try change(call)
      for argument in call.arguments {
        guard let elements = try call.elements(of: argument) else {
          set.doubt = RubyUnknown("what is added cannot be told", at: call.place)
          return call.untold
        }
        try call.reserve(elements: elements.count)
        for element in elements { set.insert(element) }
      }
      return call.receiver
    }
    sets.define("subtract", arity: 1) { (set, call) throws(Unwinding) in
      try change(call)
      guard let elements = try call.elements(of: call[0]) else {
        set.doubt = RubyUnknown("what is taken away cannot be told", at: call.place)
        return call.untold
      }
      for element in elements { set.members[element] = nil }
      return call.receiver
    }
    let rules: [(String, keeping: Bool, nilWhereEqual: Bool)] = [
      ("select!", true, true), ("filter!", true, true), ("keep_if", true, false), ("reject!", false, true),
      ("delete_if", false, false),
    ]
    for (name, keeping, nilWhereEqual) in rules {
      sets.define(name) { (set, call) throws(Unwinding) in
        guard call.block != nil else { return call.enumerator() }
        try change(call)
        guard let kept = try EnumerableChoice.chosen(set.elements, keeping: keeping, call) else {
          set.doubt = RubyUnknown("what its block says cannot be told", at: call.place)
          return call.undecided
        }
        let isSame = kept.count == set.members.count
        set.replace(by: kept)
        return isSame && nilWhereEqual ? .nil : call.receiver
      }
    }
  }

  private static func change(_ call: CoreCall) throws(Unwinding) {
    guard case .object(let object) = call.receiver else { return }
    try call.change(object)
    call.run.willChange(payloadOf: object)
  }
}

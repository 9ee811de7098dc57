/// What a `Set` holds.
final class SetContent: RubyMutablePayload {
  struct State {
    var table = RubyHash.Table()
    /// Why the elements cannot be told.
    var doubt: RubyUnknown?
  }

  let members = RubyHash()
  var doubt: RubyUnknown?

  init(_ elements: [RubyValue]) { for element in elements { insert(element) } }

  var state: State {
    get { State(table: members.table, doubt: doubt) }
    set {
      members.table = newValue.table
      doubt = newValue.doubt
    }
  }

  static func merged(_ first: State, _ second: State) -> State {
    let keys = { (state: State) in Set(state.table.entries.compactMap { $0.map { RubyKey($0.key) } }) }
    if first.doubt != nil || keys(first) == keys(second) { return first }
    return State(table: first.table, doubt: RubyUnknown("it depends on what cannot be told", at: nil))
  }

  var elements: [RubyValue] { members.keys }

  var held: [RubyValue] { [.hash(members)] }

  func lose(because reason: RubyUnknown) { doubt = doubt ?? reason }

  func contains(_ element: RubyValue) -> Bool { members[element] != nil }

  func insert(_ element: RubyValue) {
    if element.doubt != nil, doubt == nil { doubt = element.doubt }
    members[element.asKey] = .boolean(true)
  }

  func replace(by elements: [RubyValue]) {
    members.removeAll()
    for element in elements { insert(element) }
  }
}

/// `Set`; what it shares with all collections is in `Enumerable`.
enum SetMethods {
  /// A set of elements.
  static func make(_ elements: [RubyValue], _ call: CoreCall) -> RubyValue {
    .object(RubyObject(of: call.run.libraryClass("Set"), payload: SetContent(elements)))
  }

  static func define(in table: CoreTable) {
    table.module.included = [table.run.classes.enumerable]
    table.defineOnItself("new", arity: CoreArity(0, 1)) { (call) throws(Unwinding) in
      guard var elements = try call[0].isNil ? [] : call.elements(of: call[0]) else { return call.untold }
      if call.block != nil {
        elements = try elements.map { (element) throws(Unwinding) in try call.yield(element) }
      }
      return make(elements, call)
    }
    table.defineOnItself("[]", arity: .any) { call in make(call.arguments, call) }
    let sets = SetTable(table: table)
    defineQuestions(sets)
    defineComparisons(sets)
    SetChanges.define(in: sets)
    for (names, way) in operators {
      for name in names {
        sets.define(name, arity: 1) { (set, call) throws(Unwinding) in
          guard let other = try call.elements(of: call[0]) else { return call.untold }
          try call.reserve(elements: set.members.count + other.count)
          return make(way(set, other), call)
        }
      }
    }
  }

  private static var operators: [([String], (SetContent, [RubyValue]) -> [RubyValue])] {
    [
      (["|", "union", "+"], { $0.elements + $1 }),
      (["&", "intersection"], { set, other in other.filter { set.contains($0) } }),
      (
        ["-", "difference"],
        { set, other in
          let removed = Set(other.map { RubyKey($0) })
          return set.elements.filter { !removed.contains(RubyKey($0)) }
        }
      ),
      (
        ["^"],
        { set, other in
          let others = Set(other.map { RubyKey($0) })
          return other.filter { !set.contains($0) } + set.elements.filter { !others.contains(RubyKey($0)) }
        }
      ),
    ]
  }

  private static func defineQuestions(_ sets: SetTable) {
    sets.define("each") { (set, call) throws(Unwinding) in
      guard call.block != nil else { return call.enumerator() }
      for element in set.elements { _ = try call.yield(element) }
      return call.receiver
    }
    sets.define("size", "length") { set, _ in .integer(set.members.count) }
    sets.define("empty?") { set, _ in .boolean(set.members.isEmpty) }
    sets.define("to_a") { set, call in call.make(set.elements) }
    sets.define("to_set") { _, call in call.receiver }
    sets.define("dup", "clone") { set, call in make(set.elements, call) }
    sets.define("include?", "member?", "===", "contain?", arity: 1) { set, call in
      .boolean(set.contains(call[0]))
    }
    sets.define("inspect", "to_s") { (set, call) throws(Unwinding) in
      guard let list = try call.ownInspection(of: call.make(set.elements)) else { return call.untold }
      return call.make("#<Set: {" + list.dropFirst().dropLast() + "}>")
    }
    sets.define("join", arity: CoreArity(0, 1)) { (set, call) throws(Unwinding) in
      try call.run.call(call.make(set.elements), .known(.join), call.arguments, at: call.place)
    }
  }

  private static func defineComparisons(_ sets: SetTable) {
    sets.define("==", "eql?", arity: 1) { set, call in
      guard case .object(let object) = call[0], let other = object.payload as? SetContent else {
        return .boolean(false)
      }
      return .boolean(
        set.members.count == other.members.count && set.elements.allSatisfy { other.contains($0) })
    }
    let tests: [([String], (SetContent, SetContent) -> Bool)] = [
      (["subset?", "<="], { a, b in a.elements.allSatisfy { b.contains($0) } }),
      (["superset?", ">="], { a, b in b.elements.allSatisfy { a.contains($0) } }),
      (
        ["proper_subset?", "<"],
        { a, b in
          a.members.count < b.members.count && a.elements.allSatisfy { b.contains($0) }
        }
      ),
      (
        ["proper_superset?", ">"],
        { a, b in
          b.members.count < a.members.count && b.elements.allSatisfy { a.contains($0) }
        }
      ),
      (["disjoint?"], { a, b in !a.elements.contains { b.contains($0) } }),
      (["intersect?"], { a, b in a.elements.contains { b.contains($0) } }),
    ]
    for (names, test) in tests {
      for name in names {
        sets.define(name, arity: 1) { (set, call) throws(Unwinding) in
          guard case .object(let object) = call[0], let other = object.payload as? SetContent else {
            throw call.raise("ArgumentError", "value must be a set")
          }
          return other.doubt == nil ? .boolean(test(set, other)) : call.untold
        }
      }
    }
  }
}

/// Methods of sets whose elements can be told.
struct SetTable {
  let table: CoreTable

  func define(
    _ names: String..., arity: CoreArity = 0,
    _ body: @escaping (SetContent, CoreCall) throws(Unwinding) -> RubyValue
  ) {
    let sets = table.payloads(SetContent.self)
    for name in names {
      sets.define(name, arity: arity) { (set, call) throws(Unwinding) in
        if let doubt = set.doubt { return .unknown(doubt) }
        return try body(set, call)
      }
    }
  }
}

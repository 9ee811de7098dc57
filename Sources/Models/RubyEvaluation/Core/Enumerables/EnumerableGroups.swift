/// `Enumerable`: the elements in groups.
enum EnumerableGroups {
  static func define(in table: CoreTable) {
    let walks = table.walks
    walks.define("group_by", block: .enumerator) { (elements, call) throws(Unwinding) in
      let result = RubyHash()
      for element in elements {
        let key = try call.yield(element)
        if key.doubt != nil { return call.undecided }
        if case .array(let group)? = result[key] {
          group.elements.append(element)
        } else {
          result[key.asKey] = call.make([element])
        }
      }
      return .hash(result)
    }
    walks.define("chunk_while") { (elements, call) throws(Unwinding) in
      try runs(elements, endWhere: false, call)
    }
    walks.define("slice_when") { (elements, call) throws(Unwinding) in
      try runs(elements, endWhere: true, call)
    }
    walks.define("chunk", block: .enumerator) { (elements, call) throws(Unwinding) in
      var result: [(key: RubyValue, group: RubyArray)] = []
      for element in elements {
        let key = try call.yield(element)
        if let last = result.last {
          guard let isSame = try call.areEqual(last.key, key) else { return call.undecided }
          if isSame {
            last.group.elements.append(element)
            continue
          }
        }
        result.append((key, RubyArray([element])))
      }
      return Enumeration.over(result.map { call.make([$0.key, .array($0.group)]) }, call)
    }
    walks.define("slice_before", arity: CoreArity(0, 1)) { (elements, call) throws(Unwinding) in
      try slices(elements, before: true, call)
    }
    walks.define("slice_after", arity: CoreArity(0, 1)) { (elements, call) throws(Unwinding) in
      try slices(elements, before: false, call)
    }
  }

  /// Runs of elements; the block sees two neighbours.
  private static func runs(
    _ elements: [RubyValue], endWhere: Bool, _ call: CoreCall
  ) throws(Unwinding) -> RubyValue {
    var result: [[RubyValue]] = []
    var previous: RubyValue?
    for element in elements {
      if let known = previous {
        guard let truth = try call.yield(known, element).truth else { return call.undecided }
        if truth == endWhere { result.append([]) }
      } else {
        result.append([])
      }
      result[result.count - 1].append(element)
      previous = element
    }
    return Enumeration.over(result.map { call.make($0) }, call)
  }

  private static func slices(
    _ elements: [RubyValue], before: Bool, _ call: CoreCall
  ) throws(Unwinding) -> RubyValue {
    var result: [[RubyValue]] = []
    var isOpen = false
    for element in elements {
      guard let truth = try call.holds(element) else { return call.undecided }
      if !isOpen || before && truth { result.append([]) }
      result[result.count - 1].append(element)
      isOpen = before || !truth
    }
    return Enumeration.over(result.map { call.make($0) }, call)
  }
}

/// `Array`: methods that keep, drop or exchange elements, and their twins that change the array.
enum ArrayFilters {
  static func define(in arrays: KindTable<RubyArray>) {
    defineChoices(arrays)
    change(arrays, "map!", "collect!", needsBlock: true) { (elements, call) throws(Unwinding) in
      try elements.map { (element) throws(Unwinding) in try call.yield(element) }
    }
    change(arrays, "sort!") { (elements, call) throws(Unwinding) in
      try call.sorted(elements) { (a, b) throws(Unwinding) in try call.blockOrder(a, b) }
    }
    change(arrays, "sort_by!", needsBlock: true) { (elements, call) throws(Unwinding) in
      try call.sortedByBlock(elements)
    }
    change(arrays, "compact!", nilWhereEqual: true) { elements, _ in EnumerableChoice.compacted(elements) }
    change(arrays, "uniq!", nilWhereEqual: true) { (elements, call) throws(Unwinding) in
      try EnumerableChoice.unique(elements, call)
    }
    change(arrays, "flatten!", arity: CoreArity(0, 1), nilWhereEqual: true) {
      (elements, call) throws(Unwinding) in
      try flattened(elements, depth: call[0].isNil ? -1 : try call.integer(0), call)
    }
    arrays.define("flatten", arity: CoreArity(0, 1)) { (array, call) throws(Unwinding) in
      try flattened(array.elements, depth: call[0].isNil ? -1 : try call.integer(0), call)
        .map { call.make($0) } ?? call.untold
    }
  }

  private static func defineChoices(_ arrays: KindTable<RubyArray>) {
    change(arrays, "select!", "filter!", needsBlock: true, nilWhereEqual: true) {
      (elements, call) throws(Unwinding) in
      try EnumerableChoice.chosen(elements, keeping: true, call)
    }
    change(arrays, "keep_if", needsBlock: true) { (elements, call) throws(Unwinding) in
      try EnumerableChoice.chosen(elements, keeping: true, call)
    }
    change(arrays, "reject!", needsBlock: true, nilWhereEqual: true) { (elements, call) throws(Unwinding) in
      try EnumerableChoice.chosen(elements, keeping: false, call)
    }
    change(arrays, "delete_if", needsBlock: true) { (elements, call) throws(Unwinding) in
      try EnumerableChoice.chosen(elements, keeping: false, call)
    }
  }

  /// Defines a method that exchanges the elements; nil from `make` means that they cannot be told.
  private static func change(
    _ arrays: KindTable<RubyArray>, _ names: String..., arity: CoreArity = 0, needsBlock: Bool = false,
    nilWhereEqual: Bool = false, _ make: @escaping ([RubyValue], CoreCall) throws(Unwinding) -> [RubyValue]?
  ) {
    for name in names {
      arrays.define(name, arity: arity) { (array, call) throws(Unwinding) in
        if needsBlock, call.block == nil { return call.enumerator() }
        try call.change(array)
        let before = array.elements.count
        let hadArrays =
          name == "flatten!" && array.elements.contains { if case .array = $0 { true } else { false } }
        guard let made = try make(array.elements, call) else {
          array.doubt = RubyUnknown("what its block says cannot be told", at: call.place)
          return call.undecided
        }
        array.elements = made
        let isSame = nilWhereEqual && made.count == before && !hadArrays
        return isSame ? .nil : call.receiver
      }
    }
  }

  /// The elements with those of arrays among them in their place; nil where it cannot be told.
  static func flattened(
    _ elements: [RubyValue], depth: Int, _ call: CoreCall
  ) throws(Unwinding) -> [RubyValue]? {
    var result: [RubyValue] = []
    // Not by recursion: lists may lie in each other as deep as they like.
    var open: [(elements: ArraySlice<RubyValue>, list: ObjectIdentifier?)] = [(elements[...], nil)]
    var lists: Set<ObjectIdentifier> = []
    while let last = open.indices.last {
      guard let element = open[last].elements.popFirst() else {
        if let list = open.removeLast().list { lists.remove(list) }
        continue
      }
      let goesDown = depth < 0 || last < depth
      switch element {
      case .array(let inner) where goesDown:
        guard inner.doubt == nil else { return nil }
        try call.step()
        let list = ObjectIdentifier(inner)
        guard lists.insert(list).inserted else {
          throw call.raise("ArgumentError", "tried to flatten recursive array")
        }
        open.append((inner.elements[...], list))
      case .unknown where goesDown: return nil
      default:
        try call.reserve(elements: 1)
        result.append(element)
      }
    }
    return result
  }
}

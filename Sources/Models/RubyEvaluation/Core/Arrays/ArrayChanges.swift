/// `Array`: changing it in place.
enum ArrayChanges {
  static func define(in arrays: KindTable<RubyArray>) {
    defineAdding(arrays)
    defineTaking(arrays)
    arrays.define("[]=", arity: CoreArity(2, 3), unknowns: .taken) { (array, call) throws(Unwinding) in
      try assign(array, call)
    }
    arrays.define("clear") { (array, call) throws(Unwinding) in
      try call.change(array)
      array.elements = []
      return call.receiver
    }
    arrays.define("replace", "initialize_copy", arity: 1) { (array, call) throws(Unwinding) in
      let other = try call.array(0)
      try call.change(array)
      array.elements = other.elements
      return call.receiver
    }
    arrays.define("fill", arity: CoreArity(0, 3)) { (array, call) throws(Unwinding) in
      try fill(array, call)
    }
    for (name, make) in reorderings {
      arrays.define(name, arity: CoreArity(0, 1)) { (array, call) throws(Unwinding) in
        call.make(try make(array.elements, call))
      }
      arrays.define(name + "!", arity: CoreArity(0, 1)) { (array, call) throws(Unwinding) in
        let made = try make(array.elements, call)
        try call.change(array)
        array.elements = made
        return call.receiver
      }
    }
  }

  private typealias Reordering = ([RubyValue], CoreCall) throws(Unwinding) -> [RubyValue]

  private static var reorderings: [(String, Reordering)] {
    [
      ("reverse", { (elements: [RubyValue], call: CoreCall) throws(Unwinding) in elements.reversed() }),
      (
        "rotate",
        { (elements: [RubyValue], call: CoreCall) throws(Unwinding) in
          guard !elements.isEmpty else { return [] }
          let turns = (call.count == 0 ? 1 : try call.integer(0)) % elements.count
          let start = turns < 0 ? turns + elements.count : turns
          return Array(elements[start...] + elements[..<start])
        }
      ),
    ]
  }

  private static func defineAdding(_ arrays: KindTable<RubyArray>) {
    arrays.define("push", "append", arity: .any, unknowns: .taken) { (array, call) throws(Unwinding) in
      try call.change(array)
      try call.reserve(elements: call.count)
      array.elements += call.arguments
      return call.receiver
    }
    arrays.define("<<", arity: 1, unknowns: .taken) { (array, call) throws(Unwinding) in
      try call.change(array)
      try call.reserve(elements: 1)
      array.elements.append(call[0])
      return call.receiver
    }
    arrays.define("unshift", "prepend", arity: .any, unknowns: .taken) { (array, call) throws(Unwinding) in
      try call.change(array)
      try call.reserve(elements: call.count)
      array.elements.insert(contentsOf: call.arguments, at: 0)
      return call.receiver
    }
    arrays.define("insert", arity: .from(1), unknowns: .taken) { (array, call) throws(Unwinding) in
      try call.change(array)
      if let doubt = call[0].doubt { return call.lost(because: doubt) }
      let index = try call.integer(0)
      guard call.count > 1 else { return call.receiver }
      let count = array.elements.count
      let place = index < 0 ? index + count + 1 : index
      guard place >= 0 else {
        throw call.raise("IndexError", "index \(index) too small for array; minimum: -\(count + 1)")
      }
      try pad(array, to: place, call)
      array.elements.insert(contentsOf: call.arguments.dropFirst(), at: place)
      return call.receiver
    }
    arrays.define("concat", arity: .any, unknowns: .taken) { (array, call) throws(Unwinding) in
      try call.change(array)
      for position in call.arguments.indices {
        // One more element of which nothing is known would claim a length.
        if let doubt = call[position].doubt { return call.lost(because: doubt) }
        let added = try call.array(position).elements
        try call.reserve(elements: added.count)
        array.elements += added
      }
      return call.receiver
    }
  }

  private static func defineTaking(_ arrays: KindTable<RubyArray>) {
    arrays.define("pop", arity: CoreArity(0, 1)) { (array, call) throws(Unwinding) in
      try call.change(array)
      guard call.count == 1 else { return array.elements.popLast() ?? .nil }
      let count = min(try amount(call), array.elements.count)
      let taken = Array(array.elements.suffix(count))
      array.elements.removeLast(count)
      return call.make(taken)
    }
    arrays.define("shift", arity: CoreArity(0, 1)) { (array, call) throws(Unwinding) in
      try call.change(array)
      guard call.count == 1 else { return array.elements.isEmpty ? .nil : array.elements.removeFirst() }
      let count = min(try amount(call), array.elements.count)
      let taken = Array(array.elements.prefix(count))
      array.elements.removeFirst(count)
      return call.make(taken)
    }
    arrays.define("delete_at", arity: 1) { (array, call) throws(Unwinding) in
      let index = try call.integer(0)
      try call.change(array)
      return Indexing.index(index, count: array.elements.count).map { array.elements.remove(at: $0) } ?? .nil
    }
    arrays.define("slice!", arity: CoreArity(1, 2)) { (array, call) throws(Unwinding) in
      try call.change(array)
      if call.count == 1, case .integer(let index) = call[0] {
        return Indexing.index(index, count: array.elements.count).map { array.elements.remove(at: $0) }
          ?? .nil
      }
      guard let part = try Indexing.part(call, count: array.elements.count) else { return .nil }
      let taken = Array(array.elements[part])
      array.elements.removeSubrange(part)
      return call.make(taken)
    }
    arrays.define("delete", arity: 1) { (array, call) throws(Unwinding) in
      var kept: [RubyValue] = []
      var found: RubyValue?
      for element in array.elements {
        guard let isEqual = try call.areEqual(element, call[0]) else {
          let doubt = element.doubt ?? call[0].doubt
          return call.lost(because: doubt ?? RubyUnknown("which elements are equal", at: call.place))
        }
        if isEqual { found = element } else { kept.append(element) }
      }
      guard let found else { return call.block == nil ? .nil : try call.yield(call[0]) }
      try call.change(array)
      array.elements = kept
      return found
    }
  }

  private static func amount(_ call: CoreCall) throws(Unwinding) -> Int {
    let count = try call.integer(0)
    guard count >= 0 else { throw call.raise("ArgumentError", "negative array size") }
    return count
  }

  private static func pad(_ array: RubyArray, to count: Int, _ call: CoreCall) throws(Unwinding) {
    let missing = count - array.elements.count
    guard missing > 0 else { return }
    try call.reserve(elements: missing)
    array.elements += [RubyValue](repeating: .nil, count: missing)
  }

  private static func assign(_ array: RubyArray, _ call: CoreCall) throws(Unwinding) -> RubyValue {
    try call.change(array)
    let value = call[call.count - 1]
    if let doubt = call.arguments.dropLast().lazy.compactMap(\.doubt).first {
      return call.lost(because: doubt)
    }
    let count = array.elements.count
    if call.count == 2, case .range(let range) = call[0] {
      guard let part = try Indexing.part(range, count: count, call) else {
        guard case .integer(let low) = range.low, low > count else {
          throw call.raise("RangeError", "\(try call.inspection(of: call[0]) ?? "?") out of range")
        }
        try pad(array, to: low, call)
        return try replace(low..<low, of: array, by: value, call)
      }
      return try replace(part, of: array, by: value, call)
    }
    let index = try call.integer(0)
    let place = index < 0 ? index + count : index
    guard place >= 0 else {
      throw call.raise("IndexError", "index \(index) too small for array; minimum: -\(count)")
    }
    guard call.count == 3 else {
      try pad(array, to: place, call)
      if place < array.elements.count { array.elements[place] = value } else { array.elements.append(value) }
      return value
    }
    let length = try call.integer(1)
    guard length >= 0 else { throw call.raise("IndexError", "negative length (\(length))") }
    try pad(array, to: place, call)
    return try replace(place..<place + min(length, array.elements.count - place), of: array, by: value, call)
  }

  private static func replace(
    _ part: Range<Int>, of array: RubyArray, by value: RubyValue, _ call: CoreCall
  ) throws(Unwinding) -> RubyValue {
    if case .array(let other) = value {
      try call.reserve(elements: other.elements.count)
      array.elements.replaceSubrange(part, with: other.elements)
    } else {
      array.elements.replaceSubrange(part, with: [value])
    }
    return value
  }

  private static func fill(_ array: RubyArray, _ call: CoreCall) throws(Unwinding) -> RubyValue {
    try call.change(array)
    let places = Array(call.block == nil ? call.arguments.dropFirst() : call.arguments[...])
    var part = 0..<array.elements.count
    switch places.first {
    case .range(let range)?: part = try Indexing.part(range, count: array.elements.count, call) ?? 0..<0
    case .integer(let start)?:
      let from = max(0, start < 0 ? start + array.elements.count : start)
      var end = array.elements.count
      if places.count > 1, case .integer(let length) = places[1] {
        let (sum, overflow) = from.addingReportingOverflow(max(0, length))
        guard !overflow else { throw call.raise("ArgumentError", "argument too big") }
        end = sum
      }
      part = from..<max(from, end)
    default: break
    }
    try pad(array, to: part.upperBound, call)
    for index in part {
      let value = call.block == nil ? call[0] : try call.yield(.integer(index))
      // The block may have made the list shorter.
      try pad(array, to: index + 1, call)
      array.elements[index] = value
    }
    return call.receiver
  }
}

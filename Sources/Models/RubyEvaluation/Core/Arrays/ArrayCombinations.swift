/// `Array`: choices out of its elements; how many there may be is bounded by the budget of the run.
enum ArrayCombinations {
  static func define(in arrays: KindTable<RubyArray>) {
    arrays.define("product", arity: .any) { (array, call) throws(Unwinding) in
      var rows: [[RubyValue]] = array.elements.map { [$0] }
      for index in call.arguments.indices {
        let other = try call.array(index).elements
        let (count, overflow) = rows.count.multipliedReportingOverflow(by: other.count * (index + 2))
        try call.reserve(elements: overflow ? .max : count)
        rows = rows.flatMap { row in other.map { row + [$0] } }
      }
      return call.make(rows.map { call.make($0) })
    }
    arrays.define("combination", arity: 1) { (array, call) throws(Unwinding) in
      let size = try call.integer(0)
      let count = array.elements.count
      guard size >= 0, size <= count else { return try give([], call) }
      var rows: [[RubyValue]] = []
      var chosen = Array(0..<size)
      while true {
        try call.reserve(elements: size + 1)
        rows.append(chosen.map { array.elements[$0] })
        guard let place = chosen.indices.last(where: { chosen[$0] < count - size + $0 }) else { break }
        chosen[place] += 1
        for later in chosen.indices where later > place { chosen[later] = chosen[later - 1] + 1 }
      }
      return try give(rows, call)
    }
    arrays.define("permutation", arity: CoreArity(0, 1)) { (array, call) throws(Unwinding) in
      let size = call[0].isNil ? array.elements.count : try call.integer(0)
      guard size >= 0, size <= array.elements.count else { return try give([], call) }
      var rows: [[Int]] = [[]]
      for _ in 0..<size {
        var longer: [[Int]] = []
        for row in rows {
          for index in array.elements.indices where !row.contains(index) {
            try call.reserve(elements: row.count + 1)
            longer.append(row + [index])
          }
        }
        rows = longer
      }
      return try give(rows.map { $0.map { array.elements[$0] } }, call)
    }
    arrays.define("transpose") { (array, call) throws(Unwinding) in
      var rows: [[RubyValue]] = []
      for element in array.elements {
        guard case .array(let row) = element else {
          if element.doubt != nil { return call.untold }
          throw call.noConversion(of: element, into: "Array")
        }
        if let first = rows.first, first.count != row.elements.count {
          throw call.raise(
            "IndexError", "element size differs (\(row.elements.count) should be \(first.count))")
        }
        rows.append(row.elements)
      }
      guard let width = rows.first?.count else { return .array(RubyArray([])) }
      return call.make((0..<width).map { column in call.make(rows.map { $0[column] }) })
    }
    arrays.define("sample", "shuffle", arity: .any) { _, call in call.unknown("it is chosen by chance") }
    arrays.define("shuffle!", arity: .any) { (array, call) throws(Unwinding) in
      try call.change(array)
      array.doubt = RubyUnknown("it is chosen by chance", at: call.place)
      return call.receiver
    }
  }

  private static func give(_ rows: [[RubyValue]], _ call: CoreCall) throws(Unwinding) -> RubyValue {
    guard call.block != nil else { return Enumeration.over(rows.map { call.make($0) }, call) }
    for row in rows { _ = try call.yield(call.make(row)) }
    return call.receiver
  }
}

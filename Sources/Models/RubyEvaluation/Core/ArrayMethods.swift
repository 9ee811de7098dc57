/// `Array`.
enum ArrayMethods {
  static func define(in table: CoreTable) {
    let arrays = table.arrays
    arrays.define("length", "size") { array, _ in .integer(array.elements.count) }
    arrays.define("push", "append", arity: .any, unknowns: .taken) { (array, call) throws(Unwinding) in
      try call.change(array)
      try call.reserve(call.count)
      array.elements += call.arguments
      return call.receiver
    }
    arrays.define("each") { (array, call) throws(Unwinding) in
      var index = 0
      // The block may change the array.
      while index < array.elements.count {
        _ = try call.yield(array.elements[index])
        index += 1
      }
      return call.receiver
    }
  }
}

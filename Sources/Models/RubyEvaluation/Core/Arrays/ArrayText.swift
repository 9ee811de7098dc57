/// `Array` as text.
enum ArrayText {
  static func define(in arrays: KindTable<RubyArray>) {
    arrays.define("join", arity: CoreArity(0, 1)) { (array, call) throws(Unwinding) in
      let separator = call[0].isNil ? RubyString([], at: nil) : try call.string(0)
      return try joined(array, by: separator, call).map { .string($0) } ?? call.untold
    }
    arrays.define("inspect", "to_s") { (_, call) throws(Unwinding) in
      try call.ownInspection(of: call.receiver).map { call.make($0) } ?? call.untold
    }
    arrays.define("pack", arity: 1) { (array, call) throws(Unwinding) in try Packing.pack(array, call) }
  }

  /// The texts of the elements with a separator between them, with their places; nil where they cannot be told.
  static func joined(
    _ array: RubyArray, by separator: RubyString, _ call: CoreCall, level: Int = 0
  ) throws(Unwinding) -> RubyString? {
    guard level < 64 else { throw call.raise("ArgumentError", "recursive array join") }
    let result = RubyString([], at: nil)
    for (index, element) in array.elements.enumerated() {
      if index > 0 { result.append(separator) }
      let part: RubyString
      switch element {
      case .string(let string): part = string
      case .array(let inner):
        guard inner.doubt == nil, !call.run.budget.isDeep,
          let text = try joined(inner, by: separator, call, level: level + 1)
        else {
          return nil
        }
        part = text
      default:
        guard let text = try call.text(of: element) else { return nil }
        part = RubyString(text, at: call.place)
      }
      if part.doubt != nil { return nil }
      try call.reserve(part.bytes.count + separator.bytes.count)
      result.append(part)
    }
    return result
  }
}

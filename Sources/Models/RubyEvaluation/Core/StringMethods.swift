/// `String`.
enum StringMethods {
  static func define(in table: CoreTable) {
    let strings = table.strings
    strings.define("bytesize") { string, _ in .integer(string.bytes.count) }
    strings.define("empty?") { string, _ in .boolean(string.bytes.isEmpty) }
    strings.define("+", arity: 1) { (string, call) throws(Unwinding) in
      let other = try call.string(0)
      try call.reserve(string.bytes.count + other.bytes.count)
      let result = RubyString(copying: string)
      result.append(other)
      return .string(result)
    }
    strings.define("<<", arity: 1) { (string, call) throws(Unwinding) in
      let other = try call.string(0)
      try call.change(string)
      try call.reserve(other.bytes.count)
      string.append(other)
      return call.receiver
    }
  }
}

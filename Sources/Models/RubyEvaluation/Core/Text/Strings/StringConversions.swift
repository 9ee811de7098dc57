/// `String`: what it is turned into.
enum StringConversions {
  static func define(in strings: KindTable<RubyString>) {
    strings.define("to_s", "to_str") { string, call in
      string.module == nil ? call.receiver : .string(RubyString(copying: string))
    }
    strings.define("to_sym", "intern") { string, call in .symbol(call.run.symbol(string.string)) }
    strings.define("to_i", arity: CoreArity(0, 1)) { (string, call) throws(Unwinding) in
      let radix = call.count == 0 ? 10 : try call.integer(0)
      guard radix == 0 || (2...36).contains(radix) else {
        throw call.raise("ArgumentError", "invalid radix \(radix)")
      }
      return integer(string, radix: radix, call)
    }
    strings.define("hex") { string, call in integer(string, radix: 16, call) }
    strings.define("oct") { string, call in
      let hasPrefix = string.bytes.first { !TextBytes.isSpace($0) && $0 != 0x2D && $0 != 0x2B } == 0x30
      return integer(string, radix: hasPrefix ? 0 : 8, call)
    }
    strings.define("to_f") { string, _ in .float(NumericText.leadingFloat(string.bytes)) }
    strings.define("to_r", "to_c") { _, call in call.unknown("fractions are not followed") }
    strings.define("unpack", arity: CoreArity(1, 2)) { (string, call) throws(Unwinding) in
      try Packing.unpack(string, call).map { call.make($0) } ?? call.unknown("such a format is not followed")
    }
    strings.define("unpack1", arity: CoreArity(1, 2)) { (string, call) throws(Unwinding) in
      guard let values = try Packing.unpack(string, call) else {
        return call.unknown("such a format is not followed")
      }
      return values.first ?? .nil
    }
    strings.define("sum", arity: CoreArity(0, 1)) { string, _ in
      .integer(string.bytes.reduce(0) { ($0 + Int($1)) & 0xFFFF })
    }
    strings.define("crypt", arity: 1) { _, call in call.unknown("digests are not made") }
    strings.define("+@") { string, call in
      string.isFrozen ? .string(RubyString(copying: string)) : call.receiver
    }
    strings.define("-@", "dedup") { string, call in
      guard !string.isFrozen else { return call.receiver }
      let copy = RubyString(copying: string)
      copy.isFrozen = true
      return .string(copy)
    }
  }

  private static func integer(_ string: RubyString, radix: Int, _ call: CoreCall) -> RubyValue {
    NumericText.leadingInteger(string.bytes, radix: radix).map { .integer($0) }
      ?? call.unknown("the number is too large")
  }
}

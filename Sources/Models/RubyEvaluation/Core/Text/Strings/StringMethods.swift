/// `String`.
enum StringMethods {
  static func define(in table: CoreTable) {
    let strings = table.strings
    strings.define("initialize", arity: .any) { (string, call) throws(Unwinding) in
      if !call.positionals.isEmpty { string.replace(by: try call.string(0)) }
      return .nil
    }
    defineQuestions(strings)
    defineJoining(strings)
    StringAccess.define(in: strings)
    StringChanges.define(in: strings)
    StringParts.define(in: strings)
    StringSearch.define(in: strings)
    StringPatterns.define(in: strings)
    StringConversions.define(in: strings)
    StringEncoding.define(in: strings)
  }

  private static func defineQuestions(_ strings: KindTable<RubyString>) {
    strings.define("length", "size") { string, _ in .integer(CharacterTable(string.bytes).count) }
    strings.define("bytesize") { string, _ in .integer(string.bytes.count) }
    strings.define("empty?") { string, _ in .boolean(string.bytes.isEmpty) }
    strings.define("==", "===", "eql?", arity: 1) { string, call in
      guard case .string(let other) = call[0] else { return .boolean(false) }
      return .boolean(string === other || string.bytes == other.bytes)
    }
    strings.define("<=>", arity: 1) { string, call in
      guard case .string(let other) = call[0] else { return .nil }
      return .integer(CoreCall.order(of: string.bytes, other.bytes))
    }
    strings.define("casecmp", arity: 1) { (string, call) throws(Unwinding) in
      guard case .string(let other) = call[0] else { throw call.noConversion(of: call[0], into: "String") }
      let fold: (UInt8) -> UInt8 = { TextBytes.isUpper($0) ? $0 + 32 : $0 }
      return .integer(CoreCall.order(of: string.bytes.map(fold), other.bytes.map(fold)))
    }
    strings.define("casecmp?", arity: 1) { (string, call) throws(Unwinding) in
      guard case .string(let other) = call[0] else { throw call.noConversion(of: call[0], into: "String") }
      return .boolean(TextCase.lower(string.bytes) == TextCase.lower(other.bytes))
    }
    strings.define("inspect") { string, call in call.make(TextInspection.quoted(string.bytes)) }
    strings.define("dump") { string, call in
      call.make(TextInspection.quoted(string.bytes, asciiOnly: true))
    }
  }

  private static func defineJoining(_ strings: KindTable<RubyString>) {
    strings.define("+", arity: 1) { (string, call) throws(Unwinding) in
      let other = try call.string(0)
      try call.reserve(string.bytes.count + other.bytes.count)
      let result = RubyString(copying: string)
      result.append(other)
      return .string(result)
    }
    strings.define("*", arity: 1) { (string, call) throws(Unwinding) in
      let count = try call.integer(0)
      guard count >= 0 else { throw call.raise("ArgumentError", "negative argument") }
      let (total, overflow) = string.bytes.count.multipliedReportingOverflow(by: count)
      try call.reserve(overflow ? .max : max(total, string.bytes.isEmpty ? 0 : count))
      let result = RubyString([], at: call.place)
      guard !string.bytes.isEmpty else { return .string(result) }
      for _ in 0..<count { result.append(string) }
      return .string(result)
    }
    strings.define("%", arity: 1, unknowns: .taken) { (string, call) throws(Unwinding) in
      let arguments: [RubyValue] = if case .array(let array) = call[0] { array.elements } else { [call[0]] }
      var format = StringFormat(string, arguments, call)
      return try format.formatted()
    }
    strings.define("<<", arity: 1) { (string, call) throws(Unwinding) in
      try call.change(string)
      if case .integer(let number) = call[0] {
        guard let scalar = Unicode.Scalar(UInt32(clamping: number)) else {
          throw call.raise("RangeError", "\(number) out of char range")
        }
        string.append(RubyString(Array(String(scalar).utf8), at: call.place))
        return call.receiver
      }
      let other = try call.string(0)
      try call.reserve(other.bytes.count)
      string.append(other)
      return call.receiver
    }
    strings.define("concat", arity: .any) { (string, call) throws(Unwinding) in
      try call.change(string)
      let added = RubyString([], at: nil)
      for index in call.arguments.indices { added.append(try call.string(index)) }
      try call.reserve(added.bytes.count)
      string.append(added)
      return call.receiver
    }
    strings.define("prepend", arity: .any) { (string, call) throws(Unwinding) in
      try call.change(string)
      let joined = RubyString([], at: nil)
      for index in call.arguments.indices { joined.append(try call.string(index)) }
      joined.append(string)
      try call.reserve(joined.bytes.count)
      string.replace(by: joined)
      return call.receiver
    }
  }
}

/// `String`: its lines, characters and bytes, and padding.
enum StringParts {
  static func define(in strings: KindTable<RubyString>) {
    list(strings, "bytes", each: "each_byte") { string, _ in string.bytes.map { .integer(Int($0)) } }
    list(strings, "chars", each: "each_char") { string, _ in
      let table = CharacterTable(string.bytes)
      return (0..<table.count).map { .string(string.slice(table.bytes(of: $0..<$0 + 1))) }
    }
    list(strings, "codepoints", each: "each_codepoint") { string, _ in
      string.string.unicodeScalars.map { .integer(Int($0.value)) }
    }
    list(strings, "lines", each: "each_line", arity: .any) { (string, call) throws(Unwinding) in
      try lines(of: string, call)
    }
    strings.define("ord") { (string, call) throws(Unwinding) in
      guard let first = string.string.unicodeScalars.first else {
        throw call.raise("ArgumentError", "empty string")
      }
      return .integer(Int(first.value))
    }
    strings.define("chr") { string, _ in
      let table = CharacterTable(string.bytes)
      return .string(string.slice(table.bytes(of: 0..<min(1, table.count))))
    }
    strings.define("upto", arity: CoreArity(1, 2)) { (string, call) throws(Unwinding) in
      guard call.block != nil else { return call.enumerator() }
      let isExclusive = call[1].truth ?? false
      for text in try Succession.strings(
        from: string.bytes, to: try call.string(0).bytes, isExclusive: isExclusive, call)
      {
        _ = try call.yield(call.make(text))
      }
      return call.receiver
    }
    for (name, share) in [("ljust", 0), ("rjust", 1), ("center", 2)] {
      strings.define(name, arity: CoreArity(1, 2)) { (string, call) throws(Unwinding) in
        try padded(string, share: share, call)
      }
    }
  }

  /// Defines a list and the loop over it.
  private static func list(
    _ strings: KindTable<RubyString>, _ name: String, each: String, arity: CoreArity = 0,
    _ parts: @escaping (RubyString, CoreCall) throws(Unwinding) -> [RubyValue]
  ) {
    strings.define(name, arity: arity) { (string, call) throws(Unwinding) in
      try call.reserve(string.bytes.count)
      let made = try parts(string, call)
      guard call.block != nil else { return call.make(made) }
      for part in made { _ = try call.yield(part) }
      return call.receiver
    }
    strings.define(each, arity: arity) { (string, call) throws(Unwinding) in
      guard call.block != nil else { return call.enumerator() }
      try call.reserve(string.bytes.count)
      for part in try parts(string, call) { _ = try call.yield(part) }
      return call.receiver
    }
  }

  private static func lines(of string: RubyString, _ call: CoreCall) throws(Unwinding) -> [RubyValue] {
    let drops = call.option("chomp")?.truth ?? false
    var separator: [UInt8] = [0x0A]
    if let given = call.positionals.first {
      if given.isNil { return [.string(RubyString(copying: string))] }
      separator = try call.string(0).bytes
    }
    let isParagraph = separator.isEmpty
    if isParagraph { separator = [0x0A, 0x0A] }
    var result: [RubyValue] = []
    var start = 0
    while start < string.bytes.count {
      var end =
        TextBytes.find(separator, in: string.bytes, from: start).map { $0 + separator.count }
        ?? string.bytes.count
      if isParagraph { while end < string.bytes.count, string.bytes[end] == 0x0A { end += 1 } }
      let line = string.slice(start..<end)
      let kept = drops ? StringChanges.chompedCount(line.bytes, separator) : line.bytes.count
      result.append(.string(kept == line.bytes.count ? line : line.slice(0..<kept)))
      start = end
    }
    return result
  }

  /// The string with padding to the right (share 0), to the left (1) or around it (2).
  private static func padded(_ string: RubyString, share: Int, _ call: CoreCall) throws(Unwinding)
    -> RubyValue
  {
    let width = try call.integer(0)
    let padding = call.count == 2 ? try call.string(1) : RubyString([0x20], at: call.place)
    guard !padding.bytes.isEmpty else { throw call.raise("ArgumentError", "zero width padding") }
    let missing = width - min(width, CharacterTable(string.bytes).count)
    guard missing > 0 else { return .string(RubyString(copying: string)) }
    let (bytes, overflow) = missing.multipliedReportingOverflow(by: 4)
    try call.reserve(overflow ? .max : bytes)
    let left = share == 0 ? 0 : share == 1 ? missing : missing / 2
    let result = filled(padding, count: left)
    result.append(string)
    result.append(filled(padding, count: missing - left))
    return .string(result)
  }

  private static func filled(_ padding: RubyString, count: Int) -> RubyString {
    let table = CharacterTable(padding.bytes)
    let result = RubyString([], at: nil)
    for _ in 0..<(count / table.count) { result.append(padding) }
    result.append(padding.slice(table.bytes(of: 0..<count % table.count)))
    return result
  }
}

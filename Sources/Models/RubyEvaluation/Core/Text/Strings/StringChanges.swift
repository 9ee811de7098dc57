/// `String`: methods that come twice, with and without an exclamation mark.
enum StringChanges {
  private typealias Change = (RubyString, CoreCall) throws(Unwinding) -> RubyString

  static func define(in strings: KindTable<RubyString>) {
    defineCase(strings)
    defineEnds(strings)
    defineSets(strings)
    change(strings, "reverse", alwaysSelf: true) { (string, call) throws(Unwinding) in
      RubyString(CharacterTable(string.bytes).characters.reversed().flatMap { $0 }, at: call.place)
    }
    change(strings, "succ", alwaysSelf: true) { (string, call) throws(Unwinding) in
      RubyString(Succession.next(string.bytes), at: call.place)
    }
    change(strings, "next", alwaysSelf: true) { (string, call) throws(Unwinding) in
      RubyString(Succession.next(string.bytes), at: call.place)
    }
    change(strings, "scrub", arity: CoreArity(0, 1), alwaysSelf: true) { (string, call) throws(Unwinding) in
      TextBytes.isValid(string.bytes) ? string : RubyString(Array(string.string.utf8), at: call.place)
    }
    strings.define("replace", "initialize_copy", arity: 1) { (string, call) throws(Unwinding) in
      let other = try call.string(0)
      try call.change(string)
      string.replace(by: other)
      return call.receiver
    }
    strings.define("clear") { (string, call) throws(Unwinding) in
      try call.change(string)
      string.replace([], at: nil)
      return call.receiver
    }
  }

  /// Defines both: the second gives nil where nothing changes, but for those that always give the string.
  private static func change(
    _ strings: KindTable<RubyString>, _ name: String, arity: CoreArity = 0, alwaysSelf: Bool = false,
    _ make: @escaping Change
  ) {
    strings.define(name, arity: arity) { (string, call) throws(Unwinding) in
      let made = try make(string, call)
      return .string(made === string ? RubyString(copying: string) : made)
    }
    strings.define(name + "!", arity: arity) { (string, call) throws(Unwinding) in
      try call.change(string)
      let made = try make(string, call)
      let isSame = made.bytes == string.bytes
      if !isSame { string.replace(by: made) }
      return isSame && !alwaysSelf ? .nil : call.receiver
    }
  }

  private static func defineCase(_ strings: KindTable<RubyString>) {
    let ways: [(String, ([UInt8]) -> [UInt8])] = [
      ("upcase", { TextCase.upper($0) }), ("downcase", { TextCase.lower($0) }),
      ("capitalize", { TextCase.capitalized($0) }), ("swapcase", { TextCase.swapped($0) }),
    ]
    for (name, way) in ways {
      change(strings, name, arity: .any) { (string, call) throws(Unwinding) in
        let made = way(string.bytes)
        return made == string.bytes ? string : RubyString(made, at: call.place)
      }
    }
  }

  private static func defineEnds(_ strings: KindTable<RubyString>) {
    change(strings, "strip") { (string, call) throws(Unwinding) in
      string.slice(start(of: string.bytes)..<end(of: string.bytes))
    }
    change(strings, "lstrip") { (string, call) throws(Unwinding) in
      string.slice(start(of: string.bytes)..<string.bytes.count)
    }
    change(strings, "rstrip") { (string, call) throws(Unwinding) in string.slice(0..<end(of: string.bytes)) }
    change(strings, "chomp", arity: CoreArity(0, 1)) { (string, call) throws(Unwinding) in
      if call.count == 1, call[0].isNil { return string }
      let suffix = call.count == 1 ? try call.string(0).bytes : nil
      return string.slice(0..<chompedCount(string.bytes, suffix))
    }
    change(strings, "chop") { (string, call) throws(Unwinding) in
      let table = CharacterTable(string.bytes)
      guard table.count > 0 else { return string }
      let count = string.bytes.suffix(2).elementsEqual([0x0D, 0x0A]) ? 2 : 1
      return string.slice(0..<table.offset(of: table.count - count))
    }
    change(strings, "delete_prefix", arity: 1) { (string, call) throws(Unwinding) in
      let prefix = try call.string(0).bytes
      return string.bytes.starts(with: prefix) ? string.slice(prefix.count..<string.bytes.count) : string
    }
    change(strings, "delete_suffix", arity: 1) { (string, call) throws(Unwinding) in
      let suffix = try call.string(0).bytes
      let bytes = string.bytes
      return bytes.suffix(suffix.count).elementsEqual(suffix)
        ? string.slice(0..<bytes.count - suffix.count) : string
    }
  }

  private static func start(of bytes: [UInt8]) -> Int {
    min(bytes.firstIndex { !TextBytes.isSpace($0) && $0 != 0 } ?? bytes.count, end(of: bytes))
  }

  private static func end(of bytes: [UInt8]) -> Int {
    (bytes.lastIndex { !TextBytes.isSpace($0) && $0 != 0 } ?? -1) + 1
  }

  /// How many bytes `chomp` leaves.
  static func chompedCount(_ bytes: [UInt8], _ suffix: [UInt8]?) -> Int {
    guard let suffix, suffix != [0x0A] else {
      if bytes.suffix(2).elementsEqual([0x0D, 0x0A]) { return bytes.count - 2 }
      return bytes.count - (bytes.last == 0x0A || suffix == nil && bytes.last == 0x0D ? 1 : 0)
    }
    if suffix.isEmpty {
      var end = bytes.count
      while end > 0, bytes[end - 1] == 0x0A { end -= end > 1 && bytes[end - 2] == 0x0D ? 2 : 1 }
      return end
    }
    return bytes.count - (bytes.suffix(suffix.count).elementsEqual(suffix) ? suffix.count : 0)
  }

  private static func defineSets(_ strings: KindTable<RubyString>) {
    change(strings, "tr", arity: 2) { (string, call) throws(Unwinding) in
      RubyString(try CharacterSelection.translated(string.bytes, call, squeezing: false), at: call.place)
    }
    change(strings, "tr_s", arity: 2) { (string, call) throws(Unwinding) in
      RubyString(try CharacterSelection.translated(string.bytes, call, squeezing: true), at: call.place)
    }
    change(strings, "delete", arity: .from(1)) { (string, call) throws(Unwinding) in
      let common = try CharacterSelection.Common(call)
      return RubyString(
        CharacterTable(string.bytes).characters.filter { !common.contains($0) }.flatMap { $0 }, at: call.place
      )
    }
    change(strings, "squeeze", arity: .any) { (string, call) throws(Unwinding) in
      let common = try CharacterSelection.Common(call)
      var result: [UInt8] = []
      var previous: [UInt8]?
      for character in CharacterTable(string.bytes).characters {
        if character == previous, common.contains(character) { continue }
        result += character
        previous = character
      }
      return RubyString(result, at: call.place)
    }
    strings.define("count", arity: .from(1)) { (string, call) throws(Unwinding) in
      let common = try CharacterSelection.Common(call)
      return .integer(CharacterTable(string.bytes).characters.count { common.contains($0) })
    }
  }
}

/// Turns a pattern of Ruby (Onigmo) into one of RE2.
struct PatternTranslator {
  /// What a pattern asks that RE2 answers differently.
  struct Traits: OptionSet, Sendable {
    let rawValue: Int

    static let beginsWithLine = Traits(rawValue: 1)
    static let endsBeforeLastLineFeed = Traits(rawValue: 2)
  }

  /// How deep brackets may lie in each other: RE2 takes the square of it.
  private static let depthLimit = 250

  let source: [UInt8]
  var position = 0
  var output: [UInt8] = []
  private(set) var traits: Traits = []
  private(set) var groupCount = 0
  private(set) var names: [(String, Int)] = []
  /// Whether plain brackets count, as they do where no group has a name.
  private let plainGroupsCount: Bool
  private let options: RubyPattern.Options
  private var isExtended: Bool
  /// The `x` flag outside of each open bracket.
  private var outer: [Bool] = []
  /// Whether something stands here that can be repeated.
  private var hasOperand = false

  init(_ source: [UInt8], _ options: RubyPattern.Options) {
    self.source = source
    self.options = options
    isExtended = options.contains(.extended)
    plainGroupsCount = Self.groupNames(in: source).isEmpty
  }

  /// The pattern in RE2's syntax.
  mutating func translated() throws(CompiledPattern.Refusal) -> [UInt8] {
    var flags = "m"
    if options.contains(.ignoreCase) { flags += "i" }
    if options.contains(.multiline) { flags += "s" }
    write("(?\(flags))")
    while let byte = peek() {
      try element(byte)
      guard outer.count <= Self.depthLimit else { throw .beyond("so deep a nesting") }
    }
    guard outer.isEmpty else { throw .invalid("end pattern with unmatched parenthesis") }
    return output
  }

  func peek(_ offset: Int = 0) -> UInt8? {
    position + offset < source.count ? source[position + offset] : nil
  }

  mutating func write(_ text: String) { output += text.utf8 }

  /// Writes a character by its number, which is safe everywhere.
  mutating func write(scalar: UInt32) { write("\\x{\(String(scalar, radix: 16))}") }

  /// Notes that an escape says something that depends on the text.
  mutating func note(_ trait: Traits) { traits.insert(trait) }

  private mutating func element(_ byte: UInt8) throws(CompiledPattern.Refusal) {
    switch byte {
    case UInt8(ascii: "("): try open()
    case UInt8(ascii: ")"):
      guard let flag = outer.popLast() else { throw .invalid("unmatched close parenthesis") }
      isExtended = flag
      copy()
    case UInt8(ascii: "["):
      try characterClass()
      hasOperand = true
    case UInt8(ascii: "\\"):
      position += 1
      try escape(inClass: false)
      hasOperand = true
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"): try quantifier()
    case UInt8(ascii: "{"): try braces()
    case UInt8(ascii: "|"):
      copy()
      hasOperand = false
    case UInt8(ascii: "^"):
      if !hasOperand { note(.beginsWithLine) }
      copy()
    case UInt8(ascii: "#") where isExtended:
      while let next = peek(), next != 0x0A { position += 1 }
    case 0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D:
      if isExtended { position += 1 } else { copy() }
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      position += 1
      write("\\" + String(Unicode.Scalar(byte)))
      hasOperand = true
    default: copy()
    }
  }

  private mutating func copy() {
    output.append(source[position])
    position += 1
    hasOperand = output.last != UInt8(ascii: "^")
  }
}

extension PatternTranslator {
  /// The names of the groups of a pattern.
  static func groupNames(in source: [UInt8]) -> [String] {
    var names: [String] = []
    var index = 0
    var isInClass = false
    while index + 3 < source.count {
      switch source[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      case UInt8(ascii: "(") where !isInClass && source[index + 1] == UInt8(ascii: "?"):
        let mark = source[index + 2]
        let next = source[index + 3]
        let isName = mark == UInt8(ascii: "<") && next != UInt8(ascii: "=") && next != UInt8(ascii: "!")
        guard isName || mark == UInt8(ascii: "'") else { break }
        let closing = isName ? UInt8(ascii: ">") : mark
        guard let end = source[(index + 3)...].firstIndex(of: closing) else { break }
        names.append(String(decoding: source[(index + 3)..<end], as: UTF8.self))
      default: break
      }
      index += 1
    }
    return names
  }

  private mutating func open() throws(CompiledPattern.Refusal) {
    hasOperand = false
    guard peek(1) == UInt8(ascii: "?") else {
      position += 1
      outer.append(isExtended)
      if plainGroupsCount { groupCount += 1 }
      return write(plainGroupsCount ? "(" : "(?:")
    }
    switch peek(2) {
    case UInt8(ascii: ":"):
      position += 3
      outer.append(isExtended)
      write("(?:")
    case UInt8(ascii: "#"):
      while let byte = peek(), byte != UInt8(ascii: ")") { position += byte == UInt8(ascii: "\\") ? 2 : 1 }
      position += 1
    case UInt8(ascii: "="), UInt8(ascii: "!"): throw .beyond("a look-ahead")
    case UInt8(ascii: ">"): throw .beyond("an atomic group")
    case UInt8(ascii: "<") where peek(3) == UInt8(ascii: "=") || peek(3) == UInt8(ascii: "!"):
      throw .beyond("a look-behind")
    case UInt8(ascii: "<"): try namedGroup(closing: UInt8(ascii: ">"))
    case UInt8(ascii: "'"): try namedGroup(closing: UInt8(ascii: "'"))
    default: try flags()
    }
  }

  private mutating func namedGroup(closing: UInt8) throws(CompiledPattern.Refusal) {
    let start = position + 3
    guard let end = source[min(start, source.count)...].firstIndex(of: closing), end > start else {
      throw .invalid("group name is empty")
    }
    groupCount += 1
    names.append((String(decoding: source[start..<end], as: UTF8.self), groupCount))
    position = end + 1
    outer.append(isExtended)
    write("(")
  }

  /// `(?mi-x)` and `(?mi-x:…)`: what Ruby calls `m` is `s` of RE2, and `x` is resolved here.
  private mutating func flags() throws(CompiledPattern.Refusal) {
    var index = 2
    var on = true
    var kept: (on: String, off: String) = ("", "")
    var extended = isExtended
    while let byte = peek(index) {
      index += 1
      switch byte {
      case UInt8(ascii: "-"): on = false
      case UInt8(ascii: "i"), UInt8(ascii: "m"):
        let letter = byte == UInt8(ascii: "i") ? "i" : "s"
        if on { kept.on += letter } else { kept.off += letter }
      case UInt8(ascii: "x"): extended = on
      case UInt8(ascii: "a"), UInt8(ascii: "d"), UInt8(ascii: "u"): break
      case UInt8(ascii: ":"), UInt8(ascii: ")"):
        position += index
        let text = kept.on + (kept.off.isEmpty ? "" : "-" + kept.off)
        if byte == UInt8(ascii: ":") {
          outer.append(isExtended)
          write(text.isEmpty ? "(?:" : "(?\(text):")
        } else if !text.isEmpty {
          write("(?\(text))")
        }
        isExtended = extended
        return
      default: throw .invalid("undefined group option")
      }
    }
    throw .invalid("end pattern in group")
  }

  private mutating func quantifier() throws(CompiledPattern.Refusal) {
    guard hasOperand else { throw .invalid("target of repeat operator is not specified") }
    copy()
    try laziness(possessive: true)
  }

  /// What may follow a repetition.
  private mutating func laziness(possessive: Bool) throws(CompiledPattern.Refusal) {
    switch peek() {
    case UInt8(ascii: "?"): copy()
    case UInt8(ascii: "+") where possessive: throw .beyond("a possessive repetition")
    case UInt8(ascii: "*"), UInt8(ascii: "+"): throw .beyond("a repeated repetition")
    default: break
    }
  }

  private mutating func braces() throws(CompiledPattern.Refusal) {
    var index = 1
    var bounds = [""]
    while let byte = peek(index), byte != UInt8(ascii: "}") {
      if byte == UInt8(ascii: ","), bounds.count == 1 {
        bounds.append("")
      } else if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        bounds[bounds.count - 1].unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        break
      }
      index += 1
    }
    guard peek(index) == UInt8(ascii: "}"), hasOperand, bounds.contains(where: { !$0.isEmpty }) else {
      position += 1
      hasOperand = true
      return write("\\{")
    }
    position += index + 1
    write("{" + (bounds[0].isEmpty ? "0" : bounds[0]) + (bounds.count == 2 ? "," + bounds[1] : "") + "}")
    try laziness(possessive: false)
  }
}

extension PatternTranslator {
  /// A class in square brackets; those inside of it become part of it.
  mutating func characterClass() throws(CompiledPattern.Refusal) {
    position += 1
    write("[")
    let isNegated = peek() == UInt8(ascii: "^")
    if isNegated {
      write("^")
      position += 1
    }
    try members(isNegated: isNegated)
    write("]")
  }

  private mutating func members(isNegated: Bool) throws(CompiledPattern.Refusal) {
    var isFirst = true
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: "]") where !isFirst:
        position += 1
        return
      case UInt8(ascii: "]") where !source[(position + 1)...].contains(byte):
        throw .invalid("empty char-class")
      case UInt8(ascii: "["):
        if peek(1) == UInt8(ascii: ":"), try posixClass() { break }
        guard peek(1) != UInt8(ascii: "^") else { throw .beyond("a negated class in a class") }
        position += 1
        try members(isNegated: false)
      case UInt8(ascii: "&") where peek(1) == byte: throw .beyond("an intersection of classes")
      case UInt8(ascii: "\\"):
        position += 1
        try escape(inClass: true)
      case UInt8(ascii: "-"):
        let isRange = !isFirst && peek(1) != UInt8(ascii: "]") && output.last != UInt8(ascii: "]")
        position += 1
        write(isRange && !endsWithSet ? "-" : "\\-")
      case 0x80...: try character()
      default:
        position += 1
        if Self.isWordByte(byte) { output.append(byte) } else { write(scalar: UInt32(byte)) }
      }
      isFirst = false
    }
    throw .invalid("premature end of char-class")
  }

  /// Whether a set such as `\d` was written last, behind which a hyphen is one.
  private var endsWithSet: Bool {
    guard position >= 3, source[position - 3] == UInt8(ascii: "\\") else { return false }
    return "wdshWDSH".utf8.contains(source[position - 2])
  }

  /// `[:alpha:]`; false where it is none.
  private mutating func posixClass() throws(CompiledPattern.Refusal) -> Bool {
    let rest = source[(position + 2)...]
    guard let end = rest.firstIndex(of: UInt8(ascii: ":")), end + 1 < source.count,
      source[end + 1] == UInt8(ascii: "]")
    else { return false }
    var name = String(decoding: source[(position + 2)..<end], as: UTF8.self)
    let isNegated = name.hasPrefix("^")
    if isNegated { name.removeFirst() }
    guard let members = Self.named[name] else { throw .invalid("invalid POSIX bracket type") }
    guard !isNegated else { throw .beyond("a negated class in a class") }
    position = end + 2
    write(members)
    return true
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// The classes that have a name, as the inside of a class of RE2; unlike `\w` they reach beyond ASCII.
  static let named: [String: String] = [
    "alpha": "\\pL\\pM", "digit": "\\p{Nd}", "alnum": "\\pL\\pM\\p{Nd}", "upper": "\\p{Lu}",
    "lower": "\\p{Ll}",
    "space": "\\t\\n\\v\\f\\r\\x{85}\\pZ", "blank": "\\t\\p{Zs}", "cntrl": "\\p{Cc}",
    "punct": "\\pP$+<=>^`|~", "xdigit": "0-9a-fA-F", "word": "\\pL\\pM\\p{Nd}\\p{Pc}",
    "graph": "\\x{21}-\\x{7e}\\x{a1}-\\x{10ffff}", "print": "\\x{20}-\\x{7e}\\x{a0}-\\x{10ffff}",
    "ascii": "\\x00-\\x7f",
  ]
}

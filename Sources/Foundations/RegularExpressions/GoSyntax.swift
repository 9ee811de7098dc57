/// Where Go's syntax of patterns and RE2's part.
enum GoSyntax {
  /// A pattern as RE2 takes it: Go names a group `(?<n>…)` too, with letters of ASCII alone, and knows no `\C`.
  static func translated(_ pattern: String) throws(RegularExpressionError) -> [UInt8] {
    let bytes = Array(pattern.utf8)
    // Most patterns have nothing of it.
    guard bytes.contains(UInt8(ascii: "\\")) || bytes.contains(UInt8(ascii: "(")) else {
      return bytes
    }
    var result: [UInt8] = []
    var place = 0
    var isInSet = false
    while place < bytes.count {
      let rest = bytes[place...]
      switch bytes[place] {
      case UInt8(ascii: "\\") where rest.starts(with: "\\Q".utf8) && !isInSet:
        let end = end(ofQuote: rest)
        result += bytes[place..<end]
        place = end
      case UInt8(ascii: "\\"):
        guard !rest.starts(with: "\\C".utf8) else {
          throw RegularExpressionError(pattern: pattern, reason: "invalid escape sequence: \\C")
        }
        result += rest.prefix(2)
        place += 2
      case UInt8(ascii: "(") where !isInSet && isNaming(rest):
        try check(nameOf: rest, pattern)
        result += "(?P<".utf8
        place += rest.starts(with: "(?P".utf8) ? 4 : 3
      case UInt8(ascii: "[") where !isInSet:
        // What stands first in a set is no end of it.
        isInSet = true
        let head =
          rest.starts(with: "[^]".utf8)
          ? 3 : rest.starts(with: "[]".utf8) || rest.starts(with: "[^".utf8) ? 2 : 1
        result += rest.prefix(head)
        place += head
      case UInt8(ascii: "[") where rest.starts(with: "[:".utf8):
        let name = rest.dropFirst(2).prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "]") }
        let isWhole = bytes[name.endIndex...].starts(with: ":]".utf8)
        let end = isWhole ? name.endIndex + 2 : place + 1
        result += bytes[place..<end]
        place = end
      default:
        if bytes[place] == UInt8(ascii: "]") { isInSet = false }
        result.append(bytes[place])
        place += 1
      }
    }
    return result
  }

  private static func end(ofQuote rest: ArraySlice<UInt8>) -> Int {
    var place = rest.startIndex + 2
    while place < rest.endIndex, !rest[place...].starts(with: "\\E".utf8) { place += 1 }
    return min(place + 2, rest.endIndex)
  }

  private static func isNaming(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.starts(with: "(?P<".utf8) || rest.starts(with: "(?<".utf8)
  }

  private static func check(
    nameOf rest: ArraySlice<UInt8>, _ pattern: String
  ) throws(RegularExpressionError) {
    let head = rest.starts(with: "(?P".utf8) ? 4 : 3
    let name = rest.dropFirst(head).prefix { $0 != UInt8(ascii: ">") }
    let isClosed = name.endIndex < rest.endIndex
    guard !isClosed || name.isEmpty || !name.allSatisfy(isWord) else { return }
    let shown = String(decoding: isClosed ? rest[...name.endIndex] : rest, as: UTF8.self)
    throw RegularExpressionError(pattern: pattern, reason: "invalid named capture group: \(shown)")
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "_")
  }
}

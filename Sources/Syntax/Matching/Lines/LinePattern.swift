package import RegularExpressions
package import Source

/// A pattern that some line of a text must match, or, when it is inverse, none.
package struct LinePattern: Sendable {
  package enum Kind: Sendable {
    /// The bytes that a line holds.
    case plain([UInt8])
    case expression(RegularExpression)
  }

  /// As written, without the quotes.
  package let text: String
  package let kind: Kind
  package let isInverse: Bool
  package let location: Location

  /// Reads a pattern by goss's rules: `text`, `!text`, `/expression/`, `!/expression/`; throws what RE2 says of a bad expression.
  ///
  /// Of a plain text all leading `\`, `/` and `!` are taken off, so that `\!bang` looks for `bang`.
  package init(_ text: String, at location: Location) throws(RegularExpressionError) {
    let bytes = Array(text.utf8)
    let slash = UInt8(ascii: "/")
    let bang = UInt8(ascii: "!")
    let body = bytes.first == bang ? bytes.dropFirst() : bytes[...]
    self.text = text
    self.location = location
    isInverse = bytes.first == bang
    if body.count >= 2, body.first == slash, body.last == slash {
      let expression = String(decoding: body.dropFirst().dropLast(), as: UTF8.self)
      kind = .expression(try RegularExpression(expression))
    } else if body.elementsEqual([slash]) {
      // goss crashes on it; a slash is what it says.
      kind = .plain([slash])
    } else {
      kind = .plain(Array(body.drop { $0 == slash || $0 == bang || $0 == UInt8(ascii: "\\") }))
    }
  }

  /// The part of the pattern that a line would share with it: of an expression, its literal characters.
  var skeleton: [UInt8] {
    switch kind {
    case .plain(let bytes): bytes
    case .expression(let expression): Self.literals(of: Array(expression.pattern.utf8))
    }
  }

  static func literals(of pattern: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var index = 0
    while index < pattern.count {
      let byte = pattern[index]
      switch byte {
      case UInt8(ascii: "\\"):
        index += 1
        // `\.` stands for itself, `\d` for a class.
        if index < pattern.count, !isLetterOrDigit(pattern[index]) { kept.append(pattern[index]) }
      case UInt8(ascii: "["):
        index = closing(UInt8(ascii: "]"), in: pattern, after: index)
      case UInt8(ascii: "{"):
        index = closing(UInt8(ascii: "}"), in: pattern, after: index)
      case UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "|"),
        UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "."):
        break
      default: kept.append(byte)
      }
      index += 1
    }
    return kept
  }

  private static func closing(_ mark: UInt8, in pattern: [UInt8], after index: Int) -> Int {
    pattern[index...].firstIndex(of: mark) ?? pattern.count
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

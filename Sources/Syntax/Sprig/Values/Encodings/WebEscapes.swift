import GoTemplate

/// Escapes in the addresses of pages: `%20`.
enum WebEscapes {
  /// The part of an address in which an escape stands.
  enum Part { case host, user, path, fragment }

  /// A part without its escapes.
  static func plain(_ text: ArraySlice<UInt8>, in part: Part) throws(WebAddress.Fault) -> String {
    var result: [UInt8] = []
    var rest = text
    while let byte = rest.first {
      if byte == UInt8(ascii: "%") {
        guard let escaped = value(of: rest), part != .host || escaped >= 0x80 || escaped == byte else {
          throw WebAddress.Fault(reason: "invalid URL escape \(quoted(rest.prefix(3)))")
        }
        result.append(escaped)
        rest = rest.dropFirst(3)
        continue
      }
      if part == .host, byte < 0x80, !isLetterOrDigit(byte), !"!$&'()*+,;=:[]<>\"-_.~".utf8.contains(byte) {
        throw WebAddress.Fault(reason: "invalid character \(quoted(rest.prefix(1))) in host name")
      }
      result.append(byte)
      rest = rest.dropFirst()
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A user's name or password with what it may not hold escaped.
  static func escapedUser(_ text: String) -> String {
    String(
      decoding: text.utf8.flatMap { byte -> [UInt8] in
        isLetterOrDigit(byte) || "-_.~$&+,;=".utf8.contains(byte)
          ? [byte] : Array("%".utf8) + [digit(byte >> 4), digit(byte & 15)]
      }, as: UTF8.self)
  }

  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x41 + value - 10 }

  /// The byte that an escape at the start of a text stands for; nil where two digits are missing.
  private static func value(of text: ArraySlice<UInt8>) -> UInt8? {
    let digits = text.dropFirst().prefix(2)
    guard digits.count == 2, digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else {
      return nil
    }
    return UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  private static func quoted(_ text: ArraySlice<UInt8>) -> String {
    GoQuotedText.quoted(String(decoding: text, as: UTF8.self))
  }
}

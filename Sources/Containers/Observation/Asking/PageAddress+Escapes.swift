extension PageAddress {
  /// Why a text is no address of a page.
  package enum Fault: Error, Sendable, Hashable {
    /// Neither `http` nor `https`; empty where there is none.
    case scheme(String)
    case controlCharacter
    /// `%zz`
    case escape(String)
    /// What stands behind the host, and is no number.
    case port(String)
    case portBeyondRange(String)
    case noHost
    case openBracket
    case hostCharacter(String)
    /// `::x`
    case noScheme
    /// `1:x`
    case colonInFirstStep

    /// Whether it is the text that is no address, rather than an address that is no page's.
    package var isOfText: Bool {
      switch self {
      case .scheme, .portBeyondRange, .noHost: false
      default: true
      }
    }
  }

  /// A path as it is asked for: as it is written where each sign may stand there, else with the others escaped (RFC 3986), as
  /// Go's `net/url` does it.
  static func escaped(path: Substring) throws(Fault) -> String {
    let bytes = Array(path.utf8)
    let plain = try unescaped(bytes)
    if bytes.allSatisfy({ isPlain($0) || "%!'()*[]".utf8.contains($0) }) { return String(path) }
    return plain.reduce(into: "") { text, byte in
      if isPlain(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      }
    }
  }

  /// `USER:PASSWORD` as they are meant, where the address has them.
  package var credentials: String? {
    guard let login else { return nil }
    let bytes = Array(login.utf8)
    let text = String(decoding: (try? Self.unescaped(bytes)) ?? bytes, as: UTF8.self)
    return bytes.contains(UInt8(ascii: ":")) ? text : text + ":"
  }

  private static func unescaped(_ bytes: [UInt8]) throws(Fault) -> [UInt8] {
    var plain: [UInt8] = []
    var place = 0
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "%") else {
        plain.append(bytes[place])
        place += 1
        continue
      }
      let digits = String(decoding: bytes[(place + 1)...].prefix(2), as: UTF8.self)
      guard digits.utf8.count == 2,
        digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
        let byte = UInt8(digits, radix: 16)
      else { throw .escape("%" + digits) }
      plain.append(byte)
      place += 3
    }
    return plain
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || "-_.~$&+,/:;=@".utf8.contains(byte)
  }
}

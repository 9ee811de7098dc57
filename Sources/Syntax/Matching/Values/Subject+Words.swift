extension Subject {
  /// How many bytes of a value are shown before it is cut.
  private static let shownLimit = 240

  /// The value for people: compact JSON, cut when long.
  package var shown: String {
    if case .text(let bytes) = self, bytes.contains(0) { return "<binary, \(bytes.count) bytes>" }
    if case .text(let bytes) = self, bytes.count > Self.shownLimit {
      return Self.quoted(Self.cut(bytes)) + "…"
    }
    let whole = json
    guard whole.utf8.count > Self.shownLimit else { return whole }
    return String(decoding: Self.cut(Array(whole.utf8)), as: UTF8.self) + "…"
  }

  /// The value as compact JSON; bytes that are not UTF-8 are replaced.
  package var json: String {
    switch self {
    case .null: "null"
    case .bool(let value): value.description
    case .number(let number): number.description
    case .text(let bytes): Self.quoted(bytes[...])
    case .version(let version): Self.quoted(Array(version.text.utf8)[...])
    case .list(let items): "[" + items.map(\.json).joined(separator: ",") + "]"
    case .map(let entries):
      "{" + entries.map { Self.quoted(Array($0.key.utf8)[...]) + ":" + $0.value.json }.joined(separator: ",")
        + "}"
    }
  }

  /// A text in JSON's quotes.
  static func quoted(_ string: String) -> String {
    string.utf8.allSatisfy(isPlain) ? "\"\(string)\"" : quoted(Array(string.utf8)[...])
  }

  /// Whether a byte stands in JSON's quotes as it is.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte != 0x7F
  }

  private static func quoted(_ bytes: ArraySlice<UInt8>) -> String {
    guard !bytes.allSatisfy(isPlain) else { return "\"\(String(decoding: bytes, as: UTF8.self))\"" }
    var quoted: [UInt8] = [0x22]
    for byte in bytes {
      switch byte {
      case 0x22, 0x5C: quoted += [0x5C, byte]
      case 0x0A: quoted += Array("\\n".utf8)
      case 0x0D: quoted += Array("\\r".utf8)
      case 0x09: quoted += Array("\\t".utf8)
      case 0..<0x20, 0x7F: quoted += Array("\\u00".utf8) + [hexDigit(byte >> 4), hexDigit(byte & 15)]
      default: quoted.append(byte)
      }
    }
    quoted.append(0x22)
    return String(decoding: quoted, as: UTF8.self)
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

  /// The first bytes of a text, never ending inside a scalar.
  private static func cut(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    var kept = bytes.prefix(shownLimit)
    while let last = kept.last, last & 0xC0 == 0x80 { kept.removeLast() }
    if let last = kept.last, last >= 0xC0 { kept.removeLast() }
    return kept
  }
}

import Source

/// A file of variables in the `dotenv` form: `NAME=value`, `export NAME="value"`, `NAME: value`.
enum VariablesFile {
  /// The variables of a file; a reference in a value is to one above it. Empty values are left out, as in the original.
  static func variables(_ bytes: [UInt8]) -> [String: String] {
    var variables: [String: String] = [:]
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      var text = trimmed(line)
      if text.starts(with: "export ".utf8) { text = trimmed(text.dropFirst("export ".utf8.count)) }
      guard text.first != UInt8(ascii: "#"),
        let mark = text.firstIndex(where: { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") })
      else { continue }
      let name = String(decoding: trimmed(text[..<mark]), as: UTF8.self)
      let value = value(trimmed(text[(mark + 1)...]), variables)
      variables[name] = value.isEmpty ? nil : value
    }
    return variables
  }

  private static func value(_ text: ArraySlice<UInt8>, _ known: [String: String]) -> String {
    guard let quote = text.first, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(quote),
      let end = text.dropFirst().firstIndex(of: quote)
    else {
      var bare = text
      for index in text.indices.dropFirst()
      where text[index] == UInt8(ascii: "#") && text[index - 1] <= 0x20 {
        bare = text[..<index]
        break
      }
      return expanded(trimmed(bare), known)
    }
    let inner = text[(text.startIndex + 1)..<end]
    return quote == UInt8(ascii: "'")
      ? String(decoding: inner, as: UTF8.self) : expanded(unescaped(inner)[...], known)
  }

  private static func expanded(_ text: ArraySlice<UInt8>, _ known: [String: String]) -> String {
    GoExpansion(String(decoding: text, as: UTF8.self)) { known[$0] }.text
  }

  private static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var isEscaped = false
    for byte in text {
      if !isEscaped, byte == UInt8(ascii: "\\") {
        isEscaped = true
        continue
      }
      switch (isEscaped, byte) {
      case (true, UInt8(ascii: "n")): result.append(0x0A)
      case (true, UInt8(ascii: "r")): result.append(0x0D)
      default: result.append(byte)
      }
      isEscaped = false
    }
    return result
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = bytes.drop { $0 <= 0x20 }
    return start.prefix(upTo: (start.lastIndex { $0 > 0x20 }).map { $0 + 1 } ?? start.startIndex)
  }
}

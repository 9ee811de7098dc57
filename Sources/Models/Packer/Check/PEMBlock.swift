/// A block of bytes between `-----BEGIN KIND-----` and `-----END KIND-----`, in base 64.
struct PEMBlock {
  let kind: String
  let headers: [String: String]
  let content: [UInt8]

  /// The first block that can be read; its lines must begin where lines do.
  static func first(in bytes: [UInt8]) -> PEMBlock? {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(trimmed)
    var index = 0
    while index < lines.count {
      defer { index += 1 }
      guard let kind = kind(in: lines[index], behind: "-----BEGIN ") else { continue }
      guard let end = lines[(index + 1)...].firstIndex(where: { $0.starts(with: Array("-----".utf8)) }) else {
        return nil
      }
      if self.kind(in: lines[end], behind: "-----END ") == kind,
        let block = PEMBlock(kind, lines[(index + 1)..<end])
      {
        return block
      }
      index = end - 1
    }
    return nil
  }

  private init?(_ kind: String, _ lines: ArraySlice<ArraySlice<UInt8>>) {
    var rest = lines
    var headers: [String: String] = [:]
    while let line = rest.first, let colon = line.firstIndex(of: UInt8(ascii: ":")) {
      let value = line[(colon + 1)...].drop { $0 == 0x20 }
      headers[String(decoding: line[..<colon], as: UTF8.self)] = String(decoding: value, as: UTF8.self)
      rest.removeFirst()
    }
    guard let content = Self.decoded(Array(rest.joined())[...]) else { return nil }
    self.kind = kind
    self.headers = headers
    self.content = content
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    while let last = line.last, last == 0x20 || last == 0x09 || last == 0x0D { line.removeLast() }
    return line
  }

  private static func kind(in line: ArraySlice<UInt8>, behind mark: String) -> String? {
    let (start, dashes) = (Array(mark.utf8), Array("-----".utf8))
    guard line.count > start.count + dashes.count, line.starts(with: start),
      line.suffix(dashes.count).elementsEqual(dashes)
    else { return nil }
    return String(decoding: line.dropFirst(start.count).dropLast(dashes.count), as: UTF8.self)
  }

  /// The bytes that base 64 stands for; nil where it is none.
  static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard text.count % 4 == 0 else { return nil }
    let digits = text.prefix { $0 != UInt8(ascii: "=") }
    guard text.count - digits.count <= 2, text[digits.endIndex...].allSatisfy({ $0 == UInt8(ascii: "=") })
    else { return nil }
    var bytes: [UInt8] = []
    var (buffer, bits) = (0, 0)
    for digit in digits {
      guard let value = value(of: digit) else { return nil }
      buffer = (buffer << 6 | value) & 0xFFFF
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: buffer >> bits))
      }
    }
    return bytes
  }

  private static func value(of digit: UInt8) -> Int? {
    switch digit {
    case 0x41...0x5A: Int(digit) - 0x41
    case 0x61...0x7A: Int(digit) - 0x61 + 26
    case 0x30...0x39: Int(digit) - 0x30 + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}

import Source

/// Texts of images with stars in the place of secrets: what looks like a token or key, what stands behind a name such as
/// `password`, and hashes of passwords. Lines stay lines.
package enum MaskedText {
  private static let stars = Array("*****".utf8)

  /// A value of a setting; that of a secret's name goes whole.
  package static func masking(_ value: String, of name: String) -> String {
    let last = name.split(separator: ".").last.map(String.init) ?? name
    if SecretShape.isSecretName(last), SecretShape.isLiteral(value) {
      return String(decoding: stars, as: UTF8.self)
    }
    return masking(value)
  }

  /// A name, or a value without one.
  package static func masking(_ text: String) -> String {
    String(decoding: masking(Array(text.utf8)), as: UTF8.self)
  }

  /// A text of any number of lines.
  package static func masking(_ text: [UInt8]) -> [UInt8] {
    var hidden = [Bool](repeating: false, count: text.count)
    for shape in SecretShape.all(in: text, for: .hiding) {
      for index in shape.range.start..<shape.range.end where text[index] != 0x0A { hidden[index] = true }
    }
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      hide(secretsIn: start..<end, of: text, &hidden)
      start = end + 1
    }
    return written(text, hidden)
  }

  private static func written(_ text: [UInt8], _ hidden: [Bool]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for index in text.indices {
      guard hidden[index] else {
        result.append(text[index])
        continue
      }
      // As many stars for each, so that they tell nothing of its length.
      if index == 0 || !hidden[index - 1] { result += stars }
    }
    return result
  }

  /// Hides what stands behind the names of secrets in a line, and the hashes of passwords in it.
  private static func hide(secretsIn line: Range<Int>, of text: [UInt8], _ hidden: inout [Bool]) {
    var index = line.lowerBound
    while index < line.upperBound {
      if let end = endOfHash(at: index, line, text) {
        for place in index..<end { hidden[place] = true }
        index = end
        continue
      }
      guard isNameByte(text[index]) else {
        index += 1
        continue
      }
      let end = text[index..<line.upperBound].firstIndex { !isNameByte($0) } ?? line.upperBound
      let name = String(decoding: text[index..<end], as: UTF8.self)
      index = end
      guard SecretShape.isSecretName(name), let value = value(behind: end, line, text) else { continue }
      guard SecretShape.isLiteral(String(decoding: text[value], as: UTF8.self)) else { continue }
      for place in value { hidden[place] = true }
      index = value.upperBound
    }
  }

  /// The value behind a name: what a quote encloses, else the rest of the line behind a sign, else the next word.
  private static func value(behind end: Int, _ line: Range<Int>, _ text: [UInt8]) -> Range<Int>? {
    var start = end
    var (hasSign, quote) = (false, UInt8(0))
    while start < line.upperBound {
      let byte = text[start]
      if "=:>".utf8.contains(byte) {
        (hasSign, quote) = (true, 0)
      } else if "\"'".utf8.contains(byte) {
        quote = byte
      } else if byte != 0x20, byte != 0x09 {
        break
      }
      start += 1
    }
    guard start < line.upperBound, start > end else { return nil }
    let stop = (start..<line.upperBound).first { place in
      let byte = text[place]
      if byte == 0x0D { return true }
      if quote != 0 { return byte == quote && text[place - 1] != UInt8(ascii: "\\") }
      return !hasSign && (byte == 0x20 || byte == 0x09)
    }
    return start..<(stop ?? line.upperBound)
  }

  /// The end of a hash such as `$6$salt$hash` that begins at an offset; nil where none does.
  private static func endOfHash(at index: Int, _ line: Range<Int>, _ text: [UInt8]) -> Int? {
    guard text[index] == UInt8(ascii: "$") else { return nil }
    let end =
      text[index..<line.upperBound].firstIndex { byte in
        !isNameByte(byte) && !"$./=,".utf8.contains(byte)
      } ?? line.upperBound
    let parts = text[index..<end].split(separator: UInt8(ascii: "$"), omittingEmptySubsequences: false)
    guard parts.count >= 4, (1...8).contains(parts[1].count), let hash = parts.last, hash.count >= 20 else {
      return nil
    }
    return end
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }
}

/// Upper and lower case of texts.
enum TextCase {
  static func upper(_ bytes: [UInt8]) -> [UInt8] {
    map(bytes, ascii: { TextBytes.isLower($0) ? $0 - 32 : $0 }) { $0.properties.uppercaseMapping }
  }

  static func lower(_ bytes: [UInt8]) -> [UInt8] {
    map(bytes, ascii: { TextBytes.isUpper($0) ? $0 + 32 : $0 }) { $0.properties.lowercaseMapping }
  }

  static func swapped(_ bytes: [UInt8]) -> [UInt8] {
    map(bytes, ascii: { TextBytes.isLetter($0) ? $0 ^ 32 : $0 }) { scalar in
      scalar.properties.isLowercase ? scalar.properties.uppercaseMapping : scalar.properties.lowercaseMapping
    }
  }

  static func capitalized(_ bytes: [UInt8]) -> [UInt8] {
    guard !bytes.isEmpty else { return [] }
    let length = TextBytes.length(at: 0, in: bytes)
    return upper(Array(bytes[..<length])) + lower(Array(bytes[length...]))
  }

  private static func map(
    _ bytes: [UInt8], ascii: (UInt8) -> UInt8, _ other: (Unicode.Scalar) -> String
  ) -> [UInt8] {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return bytes.map(ascii) }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let length = TextBytes.length(at: index, in: bytes)
      if bytes[index] < 0x80 {
        result.append(ascii(bytes[index]))
      } else if length == 1 {
        result.append(bytes[index])
      } else {
        for scalar in String(decoding: bytes[index..<index + length], as: UTF8.self).unicodeScalars {
          result += other(scalar).utf8
        }
      }
      index += length
    }
    return result
  }
}

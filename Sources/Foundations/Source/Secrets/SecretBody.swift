/// What follows the prefix of a token: signs by chance, and no words.
enum SecretBody {
  /// Fewer different signs are no accident: of sixteen of the thirty-two signs of Base32 one in forty million has only five.
  private static let leastDifferent = 6
  /// So many signs by chance have a digit among them: of sixty letters and digits three in a hundred thousand have none. Some
  /// shorter tokens are of letters alone.
  private static let digitCount = 60
  /// So many of the letter `x` in a row are a placeholder: by chance one in three million of the longest tokens has them.
  private static let placeholderCount = 6

  /// What has no end may begin at each of its words anew.
  private static let mostLookedAt = 512

  /// Whether it is the name of a variable or a placeholder. Twenty letters and digits are letters of one size by chance once in
  /// fifteen million times.
  static func isWords(_ all: ArraySlice<UInt8>) -> Bool {
    let body = all.prefix(mostLookedAt)
    var (hasDigit, hasSmall, hasCapital) = (false, false, false)
    var (placeholder, longest) = (0, 0)
    for byte in body {
      hasDigit = hasDigit || isDigit(byte)
      hasSmall = hasSmall || isSmall(byte)
      hasCapital = hasCapital || isCapital(byte)
      placeholder = byte | 0x20 == UInt8(ascii: "x") ? placeholder + 1 : 0
      longest = max(longest, placeholder)
    }
    if longest >= placeholderCount || Set(body).count < leastDifferent { return true }
    // Keys of AWS are sixteen capital letters and digits, and one in thirty has no digit.
    if !hasDigit, body.count >= digitCount || !hasCapital { return true }
    return isPlaceholder(body)
  }

  /// Whether one of its words says that it is to be replaced.
  private static func isPlaceholder(_ body: ArraySlice<UInt8>) -> Bool {
    let words = body.split { !SecretForms.isWord($0) }
    guard words.count > 1 else { return false }
    return words.contains {
      ["your", "placeholder"].contains(String(decoding: $0, as: UTF8.self).lowercased())
    }
  }

  /// Whether bytes are letters of both sizes and digits, and nothing else.
  static func isMixed(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.contains(where: isDigit) && bytes.contains(where: isSmall) && bytes.contains(where: isCapital)
      && bytes.allSatisfy(SecretForms.isWord)
  }

  /// Whether bytes are hexadecimal digits, with dashes and lines between them.
  static func isHexadecimal(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { byte in
      isDigit(byte) || (0x61...0x66).contains(byte | 0x20) || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "_")
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
}

/// A verb of a format with its flags: `%-8s`, `%05d`, `%.3s`.
struct GoVerb {
  let letter: UInt8
  private var isLeft = false
  private var hasZeros = false
  private var width = 0
  private(set) var precision: Int?

  var name: String { String(decoding: [letter], as: UTF8.self) }
  /// Whether nothing but the letter is written.
  var isPlain: Bool { width == 0 && precision == nil }

  /// Reads a verb at its percent sign and takes it off; nil where no letter follows.
  init?(_ rest: inout ArraySlice<UInt8>) {
    rest.removeFirst()
    while let flag = rest.first, "-+# 0".utf8.contains(flag) {
      if flag == UInt8(ascii: "-") { isLeft = true }
      if flag == UInt8(ascii: "0") { hasZeros = true }
      rest.removeFirst()
    }
    width = Self.number(&rest) ?? 0
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      precision = Self.number(&rest) ?? 0
    }
    guard let letter = rest.popFirst() else { return nil }
    self.letter = letter
  }

  private static func number(_ rest: inout ArraySlice<UInt8>) -> Int? {
    let digits = rest.prefix { $0.isTemplateDigit }
    rest = rest[digits.endIndex...]
    // A wider field than this is a mistake, and would only fill memory.
    return digits.isEmpty ? nil : min(Int(String(decoding: digits, as: UTF8.self)) ?? 0, 1000)
  }

  /// The text cut to the precision and filled up to the width.
  func padded(_ text: String, isNumber: Bool) -> String {
    var text = text
    if let precision, !isNumber { text = String(text.unicodeScalars.prefix(precision).map(Character.init)) }
    let missing = width - text.unicodeScalars.count
    guard missing > 0 else { return text }
    let filling = String(repeating: hasZeros && isNumber && !isLeft ? "0" : " ", count: missing)
    return isLeft ? text + filling : filling + text
  }
}

import Expectation

/// A key of a path, perhaps with `*` and `?`.
struct JSONPathName {
  /// The key without its escapes.
  let plain: String
  private let pattern: NamePattern?

  init(_ word: ArraySlice<UInt8>) {
    var plain: [UInt8] = []
    var pattern: [UInt8] = []
    var hasMarks = false
    var rest = word
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() {
        plain.append(escaped)
        pattern += [byte, escaped]
      } else {
        hasMarks = hasMarks || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?")
        plain.append(byte)
        pattern += byte == UInt8(ascii: "[") ? [UInt8(ascii: "\\"), byte] : [byte]
      }
    }
    self.plain = String(decoding: plain, as: UTF8.self)
    self.pattern = hasMarks ? NamePattern(pattern) : nil
  }

  /// The place in a list that it names.
  var index: Int? { plain.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(plain) : nil }

  func matches(_ key: String) -> Bool {
    pattern?.matches(Array(key.utf8)) ?? key.utf8.elementsEqual(plain.utf8)
  }
}

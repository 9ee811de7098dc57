/// A text whose `$NAME` and `${NAME}` were replaced, by the rules of Go's `os.Expand`.
///
/// Nothing protects a dollar: `$1`, `$$` and `$?` are references too, and `${` without its end is eaten.
struct GoExpansion: Sendable {
  struct Reference: Sendable, Hashable {
    /// As it was written.
    let text: String
    /// Empty for what is no name, and eaten all the same.
    let name: String
    let value: String?
  }

  let text: String
  let references: [Reference]

  /// Replaces what `value` knows by its values, and all other references by nothing.
  init(_ text: String, value: (String) -> String?) {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var references: [Reference] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "$"), index + 1 < bytes.count else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let (name, width) = Self.name(at: bytes[(index + 1)...])
      if width == 0 {
        result.append(bytes[index])
      } else {
        let found = name.isEmpty ? nil : value(name)
        references.append(
          Reference(
            text: String(decoding: bytes[index...(index + width)], as: UTF8.self), name: name, value: found))
        result += Array((found ?? "").utf8)
      }
      index += width + 1
    }
    self.text = String(decoding: result, as: UTF8.self)
    self.references = references
  }

  /// The name behind a dollar, and how many bytes it takes; none where the dollar stands for itself.
  private static func name(at bytes: ArraySlice<UInt8>) -> (name: String, width: Int) {
    guard let first = bytes.first else { return ("", 0) }
    if first == UInt8(ascii: "{") { return braced(bytes) }
    if isSpecial(first) { return (String(decoding: [first], as: UTF8.self), 1) }
    let name = bytes.prefix(while: isNamePart)
    return (String(decoding: name, as: UTF8.self), name.count)
  }

  private static func braced(_ bytes: ArraySlice<UInt8>) -> (name: String, width: Int) {
    let close = UInt8(ascii: "}")
    let inner = bytes.dropFirst()
    if inner.count > 1, let mark = inner.first, isSpecial(mark), inner.dropFirst().first == close {
      return (String(decoding: [mark], as: UTF8.self), 3)
    }
    guard let end = inner.firstIndex(of: close) else { return ("", 1) }
    let name = inner[..<end]
    return (String(decoding: name, as: UTF8.self), name.count + 2)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || "*#$@!?-".utf8.contains(byte)
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
  }
}

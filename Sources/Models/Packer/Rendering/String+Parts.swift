extension String {
  /// The parts between separators, as Go's `strings.Split`; an empty separator cuts between scalars.
  func parts(separatedBy separator: String) -> [String] {
    guard !separator.isEmpty else { return unicodeScalars.map { String($0) } }
    let bytes = Array(utf8)
    let mark = Array(separator.utf8)
    var parts: [String] = []
    var start = 0
    var offset = 0
    while offset + mark.count <= bytes.count {
      if bytes[offset..<offset + mark.count].elementsEqual(mark) {
        parts.append(String(decoding: bytes[start..<offset], as: UTF8.self))
        offset += mark.count
        start = offset
      } else {
        offset += 1
      }
    }
    parts.append(String(decoding: bytes[start...], as: UTF8.self))
    return parts
  }

  /// The text with the first `limit` occurrences replaced, all of them when it is negative; nothing occurs before every
  /// scalar and at the end.
  func replacing(_ old: String, with new: String, atMost limit: Int) -> String {
    guard limit != 0 else { return self }
    let parts = old.isEmpty ? [""] + parts(separatedBy: old) + [""] : parts(separatedBy: old)
    guard limit > 0, parts.count - 1 > limit else { return parts.joined(separator: new) }
    let replaced = parts.prefix(limit + 1).joined(separator: new)
    return ([replaced] + parts.dropFirst(limit + 1)).joined(separator: old)
  }
}

extension Component.NameCleaning {
  /// The text with everything replaced that a name of the platform may not hold.
  func clean(_ text: String) -> String {
    switch self {
    case .amazon: return Self.replaced(text, keeping: "()[] ./-'@_")
    case .azure:
      var cleaned = Self.replaced(text, keeping: "._-")
      while let last = cleaned.last, "-_.".contains(last) { cleaned.removeLast() }
      return cleaned
    case .google: return Self.isGoogleName(text) ? text : Self.replaced(text.lowercased(), keeping: "")
    }
  }

  private static func replaced(_ text: String, keeping signs: String) -> String {
    let kept = Array(signs.utf8)
    let bytes = text.utf8.map { byte in
      let isWord = 0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
      return isWord || kept.contains(byte) ? byte : UInt8(ascii: "-")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A lower-case letter, then up to 62 lower-case letters, digits and dashes, no dash at the end.
  private static func isGoogleName(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, 0x61...0x7A ~= first, bytes.count <= 63, bytes.last != UInt8(ascii: "-")
    else { return false }
    return bytes.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "-") }
  }
}

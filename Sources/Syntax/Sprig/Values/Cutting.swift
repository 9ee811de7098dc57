/// Cutting and searching texts, as Go's `strings` and Sprig do it.
enum Cutting {
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  static func trimmed(_ text: String, of isTrimmed: (Unicode.Scalar) -> Bool) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, isTrimmed(first) { scalars.removeFirst() }
    while let last = scalars.last, isTrimmed(last) { scalars.removeLast() }
    return String(scalars)
  }

  static func holds(_ text: String, _ part: String) -> Bool {
    part.isEmpty || split(text, at: part).count > 1
  }

  static func replaced(_ text: String, _ old: String, by new: String) -> String {
    guard old.isEmpty else { return split(text, at: old).joined(separator: new) }
    // Go puts the new text around every character.
    return new + text.unicodeScalars.map { String($0) + new }.joined()
  }

  /// The parts between separators; an empty separator parts the characters. A limit below 0 is none.
  static func split(_ text: String, at separator: String, limit: Int = -1) -> [String] {
    if limit == 0 { return [] }
    let wanted = Array(separator.utf8)
    if wanted.isEmpty {
      let all = text.unicodeScalars.map { String($0) }
      guard limit > 0, all.count > limit else { return all }
      return Array(all.prefix(limit - 1)) + [all.dropFirst(limit - 1).joined()]
    }
    let bytes = Array(text.utf8)
    var parts: [String] = []
    var start = 0
    var place = 0
    while place + wanted.count <= bytes.count, limit < 0 || parts.count < limit - 1 {
      if bytes[place] == wanted[0], bytes[place..<place + wanted.count].elementsEqual(wanted) {
        parts.append(String(decoding: bytes[start..<place], as: UTF8.self))
        place += wanted.count
        start = place
      } else {
        place += 1
      }
    }
    return parts + [String(decoding: bytes[start...], as: UTF8.self)]
  }

  /// The first bytes, or of a negative count the last ones.
  static func truncated(_ text: String, to count: Int) -> String {
    let bytes = Array(text.utf8)
    if count < 0, bytes.count + count > 0 { return String(decoding: bytes.suffix(-count), as: UTF8.self) }
    return count >= 0 && bytes.count > count ? String(decoding: bytes.prefix(count), as: UTF8.self) : text
  }

  /// The bytes from one place up to another; a start or an end that is none means that of the text. Go fails where a
  /// place lies outside.
  static func part(of text: String, from start: Int, to end: Int) -> Answer {
    let bytes = Array(text.utf8)
    let fault = "runtime error: slice bounds out of range"
    if start < 0 {
      guard end >= 0 else { return .failure("\(fault) [:\(end)]") }
      guard end <= bytes.count else { return .failure("\(fault) [:\(end)] with length \(bytes.count)") }
      return .text(String(decoding: bytes[..<end], as: UTF8.self))
    }
    let upper = end < 0 || end > bytes.count ? bytes.count : end
    guard start <= upper else { return .failure("\(fault) [\(start):\(upper)]") }
    return .text(String(decoding: bytes[start..<upper], as: UTF8.self))
  }

  /// A text shortened with dots at the end, or at both ends.
  static func abbreviated(_ text: String, from offset: Int, width: Int) -> String {
    let bytes = Array(text.utf8)
    guard width >= 4, offset <= 0 || width >= 7, bytes.count > width else { return text }
    var offset = min(max(offset, 0), bytes.count)
    if bytes.count - offset < width - 3 { offset = bytes.count - (width - 3) }
    func shown(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    if offset <= 4 { return shown(0..<width - 3) + "..." }
    if offset + width - 3 < bytes.count { return "..." + shown(offset..<offset + width - 6) + "..." }
    return "..." + shown(bytes.count - (width - 3)..<bytes.count)
  }
}

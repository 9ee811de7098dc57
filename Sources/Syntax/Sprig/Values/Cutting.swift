/// Cutting and searching texts, as Go's `strings` and Sprig do it.
enum Cutting {
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  static func trimmed(_ text: String, of isTrimmed: (Unicode.Scalar) -> Bool) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, isTrimmed(first) { scalars.removeFirst() }
    while let last = scalars.last, isTrimmed(last) { scalars.removeLast() }
    return String(scalars)
  }

  /// The text without a start; compared by bytes, as everything that Go does with texts.
  static func trimmed(_ text: String, prefix: String) -> String {
    guard text.utf8.starts(with: prefix.utf8) else { return text }
    return String(decoding: text.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
  }

  /// The text without an end.
  static func trimmed(_ text: String, suffix: String) -> String {
    guard text.utf8.reversed().starts(with: suffix.utf8.reversed()) else { return text }
    return String(decoding: text.utf8.dropLast(suffix.utf8.count), as: UTF8.self)
  }

  static func holds(_ text: String, _ part: String) -> Bool {
    part.isEmpty || split(text, at: part).count > 1
  }

  static func replaced(_ text: String, _ old: String, by new: String) -> Answer {
    guard old.isEmpty else { return Layout.joined(split(text, at: old), by: new) }
    // Go puts the new text around every character.
    return Layout.joined([""] + text.unicodeScalars.map { String($0) } + [""], by: new)
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
    let resumptions = resumptions(of: wanted)
    var parts: [String] = []
    var (start, agreed) = (0, 0)
    for (place, byte) in bytes.enumerated() {
      guard limit < 0 || parts.count < limit - 1 else { break }
      while agreed > 0, byte != wanted[agreed] { agreed = resumptions[agreed - 1] }
      if byte == wanted[agreed] { agreed += 1 }
      guard agreed == wanted.count else { continue }
      parts.append(String(decoding: bytes[start...place].dropLast(wanted.count), as: UTF8.self))
      (start, agreed) = (place + 1, 0)
    }
    return parts + [String(decoding: bytes[start...], as: UTF8.self)]
  }

  /// How many bytes still agree where a search that got so far fails (Knuth, Morris, Pratt): no text makes it slow.
  private static func resumptions(of wanted: [UInt8]) -> [Int] {
    var resumptions = [0]
    var agreed = 0
    for byte in wanted.dropFirst() {
      while agreed > 0, byte != wanted[agreed] { agreed = resumptions[agreed - 1] }
      if byte == wanted[agreed] { agreed += 1 }
      resumptions.append(agreed)
    }
    return resumptions
  }

  /// The first bytes, or of a negative count the last ones.
  static func truncated(_ text: String, to count: Int) -> Answer {
    let bytes = Array(text.utf8)
    if count < 0, bytes.count + count > 0 { return .bytes(bytes.suffix(-count)) }
    return count >= 0 && bytes.count > count ? .bytes(bytes.prefix(count)) : .text(text)
  }

  /// The bytes from one place up to another; a start or an end that is none means that of the text. Go fails where a
  /// place lies outside.
  static func part(of text: String, from start: Int, to end: Int) -> Answer {
    let bytes = Array(text.utf8)
    let fault = "runtime error: slice bounds out of range"
    if start < 0 {
      guard end >= 0 else { return .failure("\(fault) [:\(end)]") }
      guard end <= bytes.count else { return .failure("\(fault) [:\(end)] with length \(bytes.count)") }
      return .bytes(bytes[..<end])
    }
    let upper = end < 0 || end > bytes.count ? bytes.count : end
    guard start <= upper else { return .failure("\(fault) [\(start):\(upper)]") }
    return .bytes(bytes[start..<upper])
  }

  /// A text shortened with dots at the end, or at both ends.
  static func abbreviated(_ text: String, from offset: Int, width: Int) -> Answer {
    let bytes = Array(text.utf8)
    guard width >= 4, offset <= 0 || width >= 7, bytes.count > width else { return .text(text) }
    let dots = Array("...".utf8)
    var offset = min(max(offset, 0), bytes.count)
    if bytes.count - offset < width - 3 { offset = bytes.count - (width - 3) }
    if offset <= 4 { return .bytes(bytes[..<(width - 3)] + dots) }
    if offset + width - 3 < bytes.count { return .bytes(dots + bytes[offset..<offset + width - 6] + dots) }
    return .bytes(dots + bytes[(bytes.count - (width - 3))...])
  }
}

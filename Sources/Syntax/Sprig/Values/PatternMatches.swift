import RegularExpressions

/// What Go's `regexp` does with all matches of a pattern.
enum PatternMatches {
  /// The matches one after the other; a negative limit is none.
  static func ranges(of pattern: RegularExpression, in bytes: [UInt8], limit: Int) -> [Range<Int>] {
    captures(of: pattern, in: bytes, limit: limit).compactMap { $0.first ?? nil }
  }

  private static func captures(
    of pattern: RegularExpression, in bytes: [UInt8], limit: Int
  ) -> [[Range<Int>?]] {
    var found: [[Range<Int>?]] = []
    var start = 0
    var lastEnd = -1
    while !Task.isCancelled, start <= bytes.count, limit < 0 || found.count < limit,
      let groups = pattern.captures(in: bytes, from: start), let whole = groups.first ?? nil
    {
      // An empty match right behind another does not count.
      if !whole.isEmpty || whole.lowerBound != lastEnd { found.append(groups) }
      lastEnd = whole.upperBound
      start = whole.isEmpty ? next(after: whole.upperBound, in: bytes) : whole.upperBound
    }
    return found
  }

  private static func next(after place: Int, in bytes: [UInt8]) -> Int {
    var place = place + 1
    while place < bytes.count, bytes[place] & 0xC0 == 0x80 { place += 1 }
    return place
  }

  static func split(_ text: String, at pattern: RegularExpression, limit: Int) -> [String] {
    let bytes = Array(text.utf8)
    if limit == 0 { return [] }
    if bytes.isEmpty, !pattern.pattern.isEmpty { return [""] }
    var parts: [String] = []
    var start = 0
    var end = 0
    for range in ranges(of: pattern, in: bytes, limit: limit) {
      if limit > 0, parts.count == limit - 1 { break }
      end = range.lowerBound
      if range.upperBound != 0 { parts.append(String(decoding: bytes[start..<end], as: UTF8.self)) }
      start = range.upperBound
    }
    if end != bytes.count { parts.append(String(decoding: bytes[start...], as: UTF8.self)) }
    return parts
  }

  static func replaced(
    _ text: String, _ pattern: RegularExpression, by replacement: String, expands: Bool
  ) -> Answer {
    let bytes = Array(text.utf8)
    let names = groupNames(in: pattern.pattern)
    let replacement = Array(replacement.utf8)
    var result: [UInt8] = []
    var (start, read) = (0, 0)
    for groups in captures(of: pattern, in: bytes, limit: -1) {
      guard let whole = groups.first ?? nil else { continue }
      read += replacement.count
      result += bytes[start..<whole.lowerBound]
      result +=
        expands ? expanded(replacement, groups, names, in: bytes) : replacement
      start = whole.upperBound
      guard result.count <= Layout.sizeLimit, read <= readingLimit else { return Layout.tooLong }
    }
    return .text(String(decoding: result + bytes[start...], as: UTF8.self))
  }

  /// How many bytes of replacements may be read, whatever they come to.
  private static let readingLimit = 64 << 20

  /// A replacement with `$1`, `$name` and `${name}` filled in; `$$` is a dollar.
  private static func expanded(
    _ template: [UInt8], _ groups: [Range<Int>?], _ names: [String], in bytes: [UInt8]
  ) -> [UInt8] {
    var result: [UInt8] = []
    var rest = template[...]
    while result.count <= Layout.sizeLimit, let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "$") else {
        result.append(byte)
        continue
      }
      if rest.first == UInt8(ascii: "$") {
        result.append(byte)
        rest.removeFirst()
        continue
      }
      let isBraced = rest.first == UInt8(ascii: "{")
      let word = (isBraced ? rest.dropFirst() : rest).prefix { isWord($0) }
      let after = rest[word.endIndex...]
      guard !word.isEmpty, !isBraced || after.first == UInt8(ascii: "}") else {
        result.append(byte)
        continue
      }
      rest = isBraced ? after.dropFirst() : after
      let name = String(decoding: word, as: UTF8.self)
      let number = Int(name) ?? names.firstIndex(of: name).map { $0 + 1 }
      if let number, groups.indices.contains(number), let range = groups[number] { result += bytes[range] }
    }
    return result
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == 0x5F
  }

  /// The names of the groups in their order; an empty one where a group has none.
  static func groupNames(in pattern: String) -> [String] {
    var names: [String] = []
    var rest = Array(pattern.utf8)[...]
    var isInClass = false
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\\"): rest = rest.dropFirst()
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      case UInt8(ascii: "(") where !isInClass:
        guard rest.first == UInt8(ascii: "?") else {
          names.append("")
          continue
        }
        let head = rest.dropFirst().prefix { $0 == UInt8(ascii: "P") || $0 == UInt8(ascii: "<") }
        if head.last == UInt8(ascii: "<") {
          let name = rest[head.endIndex...].prefix { $0 != UInt8(ascii: ">") }
          names.append(String(decoding: name, as: UTF8.self))
        }
      default: break
      }
    }
    return names
  }

  static func quoted(_ text: String) -> String {
    let special = Set(#"\.+*?()|[]{}^$"#.utf8)
    return String(
      decoding: text.utf8.flatMap { special.contains($0) ? [UInt8(ascii: "\\"), $0] : [$0] }, as: UTF8.self)
  }
}

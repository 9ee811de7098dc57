import Source

/// How the lines of a document are laid out, for edits that must not show.
struct EditLayout {
  let bytes: [UInt8]
  let comments: [ByteRange]
  let syntax: DataSyntaxKind
  /// The end of a line as the document writes it.
  let lineBreak: String
  /// What one level is indented by.
  let unit: String

  init(_ tree: DataTree) {
    bytes = tree.text.bytes
    comments = tree.comments
    syntax = tree.syntax
    lineBreak = Self.lineBreak(in: bytes)
    unit = Self.unit(in: bytes, syntax)
  }

  /// Where the line that holds an offset begins.
  func lineStart(of offset: Int) -> Int {
    var start = offset
    while start > 0, !bytes[start - 1].isBreak { start -= 1 }
    return start
  }

  /// Where the line that holds an offset ends, its line end left out.
  func lineEnd(of offset: Int) -> Int { bytes[offset...].firstIndex { $0.isBreak } ?? bytes.count }

  /// The offset after the line end at an offset; the offset itself at the end of the document.
  func afterBreak(at offset: Int) -> Int {
    guard offset < bytes.count else { return offset }
    return bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
      ? offset + 2 : offset + 1
  }

  /// Whether only blanks stand before an offset on its line.
  func beginsLine(_ offset: Int) -> Bool { bytes[lineStart(of: offset)..<offset].allSatisfy { $0.isBlank } }

  /// Where the blanks before an offset begin, on its line.
  func blankStart(before offset: Int) -> Int {
    var start = offset
    while start > 0, bytes[start - 1].isBlank { start -= 1 }
    return start
  }

  /// The indentation that lines up with an offset: the blanks before it, or as many as what stands before it is wide.
  func indentation(at offset: Int) -> String {
    let before = bytes[lineStart(of: offset)..<offset]
    let shown = before.filter { $0 & 0xC0 != 0x80 }
    return String(
      decoding: before.allSatisfy(\.isBlank) ? Array(before) : shown.map { $0 == 0x09 ? $0 : 0x20 },
      as: UTF8.self)
  }

  /// The blanks at the beginning of the line that holds an offset.
  func lineIndentation(of offset: Int) -> String {
    String(decoding: bytes[lineStart(of: offset)..<offset].prefix { $0.isBlank }, as: UTF8.self)
  }

  /// Whether blanks and comments alone stand from an offset to the end of its line.
  func endsLine(at offset: Int) -> Bool {
    let end = lineEnd(of: offset)
    return rest(from: offset, to: end).allSatisfy { $0.isBlank }
  }

  /// The bytes of a gap between parts that belong to no comment.
  func rest(from start: Int, to end: Int) -> [UInt8] {
    var found: [UInt8] = []
    var offset = start
    while offset < end {
      if let comment = comment(at: offset) {
        offset = max(comment.end, offset + 1)
      } else {
        found.append(bytes[offset])
        offset += 1
      }
    }
    return found
  }

  /// The first comma of a gap; nil where there is none.
  func comma(from start: Int, to end: Int) -> Int? {
    var offset = start
    while offset < end {
      if let comment = comment(at: offset) {
        offset = max(comment.end, offset + 1)
      } else if bytes[offset] == UInt8(ascii: ",") {
        return offset
      } else {
        offset += 1
      }
    }
    return nil
  }

  /// Whether a comment begins in a range.
  func hasComment(in range: ByteRange) -> Bool {
    comments.contains { range.start <= $0.start && $0.start < range.end }
  }

  /// The texts of the comments of a range that stay when a part of it goes.
  func kept(_ fate: DataEditor.Comments, of part: ByteRange, in range: ByteRange) -> [String] {
    guard fate != .go else { return [] }
    return comments.filter { comment in
      range.start <= comment.start && comment.start < range.end
        && (fate == .stay || comment.start < part.start || comment.start >= part.end)
    }.map { String(decoding: bytes[$0.indices], as: UTF8.self) }
  }

  /// The edit that writes a block as one in brackets. These stand on the line of the key: at the column of the old block
  /// they could be taken for another entry. Nil where a comment stands between.
  func edit(ofBlock range: ByteRange, becoming text: String) -> ByteEdit? {
    var start = range.start
    while start > 0, bytes[start - 1].isBlank || bytes[start - 1].isBreak { start -= 1 }
    if start > 0, bytes[start - 1] == UInt8(ascii: ":") {
      return ByteEdit(ByteRange(start, range.end), " " + text)
    }
    let isOnSameLine = lineStart(of: start) == lineStart(of: range.start)
    return isOnSameLine || start == 0 ? ByteEdit(range, text) : nil
  }

  /// The comment that begins at an offset.
  func comment(at offset: Int) -> ByteRange? {
    guard !comments.isEmpty else { return nil }
    var low = 0
    var high = comments.count
    while low < high {
      let middle = (low + high) / 2
      if comments[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low < comments.count && comments[low].start == offset ? comments[low] : nil
  }

  /// Where the lines begin that belong to a part whose own line begins at an offset: the comments straight above it.
  func startWithComments(above lineStart: Int, after limit: Int) -> Int {
    var start = lineStart
    while start > limit {
      let end = bytes[start - 1] == 0x0A && start > 1 && bytes[start - 2] == 0x0D ? start - 2 : start - 1
      let above = self.lineStart(of: end)
      let text = above + bytes[above..<end].prefix { $0.isBlank }.count
      guard above >= limit, text < end, let comment = comment(at: text), comment.end == end else { break }
      start = above
    }
    return start
  }

  private static func lineBreak(in bytes: [UInt8]) -> String {
    guard let first = bytes.firstIndex(where: { $0.isBreak }) else { return "\n" }
    if bytes[first] == 0x0A { return "\n" }
    return first + 1 < bytes.count && bytes[first + 1] == 0x0A ? "\r\n" : "\r"
  }

  // The first line that is indented stands one level deep; in YAML a dash may stand at the outer level.
  private static func unit(in bytes: [UInt8], _ syntax: DataSyntaxKind) -> String {
    for line in bytes.prefix(0x10000).split(maxSplits: 200, whereSeparator: { $0.isBreak }) {
      let blanks = line.prefix { $0.isBlank }
      guard !blanks.isEmpty, blanks.count < line.count, line[blanks.endIndex] != UInt8(ascii: "#") else {
        continue
      }
      if syntax == .yaml, blanks.contains(0x09) { continue }
      return String(decoding: blanks.prefix(8), as: UTF8.self)
    }
    return "  "
  }
}

extension UInt8 {
  /// A space or a tab.
  var isBlank: Bool { self == 0x20 || self == 0x09 }
}

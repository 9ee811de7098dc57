import DataSyntax
import Source

/// A comment `# ovenproof: …` with what it covers.
struct AllowComment {
  /// The words after the mark.
  let text: DerivedText
  let scope: Allow.Scope
  /// Whether nothing but comments stands above it.
  let isAtTop: Bool

  /// All such comments of a file, any `#` after a blank; of data only real comments cover anything.
  static func all(in file: SourceFile, tree: DataTree?) -> [AllowComment] {
    let whole = DerivedText(file)
    var found: [AllowComment] = []
    var from = 0
    while let mark = AllowReader.mark(in: file.bytes, from: from) {
      from = mark + 1
      guard let hash = hash(before: mark, in: file.bytes), file.bytes[mark...].starts(with: "ovenproof:".utf8)
      else { continue }
      let isText = tree.map { tree in !tree.comments.contains { $0.indices.contains(hash) } } ?? false
      let line = file.lines.range(ofLine: file.lines.line(at: hash))
      let text = whole.slice(
        contentRange(ByteRange(mark + "ovenproof:".utf8.count, line.end), in: file.bytes))
      let standsAlone = file.bytes[line.start..<hash].allSatisfy(isBlank)
      let covered: Allow.Scope =
        standsAlone ? next(after: line.end, in: file, tree: tree) : .lines(Location(file.id, line))
      let scope = isText ? .text : covered
      found.append(AllowComment(text: text, scope: scope, isAtTop: isAtTop(line.start, in: file)))
    }
    return found
  }

  /// The `#` that begins the comment, with blanks only between it and the mark.
  private static func hash(before mark: Int, in bytes: [UInt8]) -> Int? {
    let end = bytes[..<mark].lastIndex { !isBlank($0) }
    guard let end, bytes[end] == UInt8(ascii: "#") else { return nil }
    let first = (bytes[..<end].lastIndex { $0 != UInt8(ascii: "#") } ?? -1) + 1
    guard first == 0 || isBlank(bytes[first - 1]) || isBreak(bytes[first - 1]) else { return nil }
    return first
  }

  private static func contentRange(_ range: ByteRange, in bytes: [UInt8]) -> ByteRange {
    let slice = bytes[range.indices]
    let start = slice.firstIndex { !isBlank($0) } ?? range.end
    let end = (slice.lastIndex { !isBlank($0) && !isBreak($0) } ?? range.start - 1) + 1
    return ByteRange(min(start, max(end, range.start)), max(end, range.start))
  }

  /// What a comment alone on its line covers: the next node of data, the next statement of other text.
  private static func next(after offset: Int, in file: SourceFile, tree: DataTree?) -> Allow.Scope {
    if let tree {
      return tree.root.firstPart(from: offset).map { .node($0) } ?? .nothing
    }
    var line = file.lines.line(at: offset)
    guard offset < file.bytes.count else { return .nothing }
    while line <= file.lines.starts.count, isSkipped(line, in: file) { line += 1 }
    guard line <= file.lines.starts.count else { return .nothing }
    var range = file.lines.range(ofLine: line)
    while line < file.lines.starts.count, endsInBackslash(range, in: file.bytes) {
      line += 1
      range = range.union(file.lines.range(ofLine: line))
    }
    return .lines(Location(file.id, range))
  }

  private static func isSkipped(_ line: Int, in file: SourceFile) -> Bool {
    let text = file.bytes[file.lines.range(ofLine: line).indices]
    // A byte order mark is nothing that a reader sees.
    let seen = text.starts(with: [0xEF, 0xBB, 0xBF]) ? text.dropFirst(3) : text[...]
    let first = seen.first { !isBlank($0) && !isBreak($0) }
    return first == nil || first == UInt8(ascii: "#")
  }

  private static func isAtTop(_ offset: Int, in file: SourceFile) -> Bool {
    (1..<file.lines.line(at: offset)).allSatisfy { isSkipped($0, in: file) || isDocumentMark($0, in: file) }
  }

  /// YAML's `---`.
  private static func isDocumentMark(_ line: Int, in file: SourceFile) -> Bool {
    file.text(ofLine: line).hasPrefix("---")
  }

  private static func endsInBackslash(_ range: ByteRange, in bytes: [UInt8]) -> Bool {
    bytes[range.indices].last { !isBreak($0) } == UInt8(ascii: "\\")
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}

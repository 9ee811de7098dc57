import Source

extension RubyParser {
  /// How a here-document was opened.
  private struct Document {
    /// The word that ends it.
    let word: ArraySlice<UInt8>
    /// Whether the word may be indented: `<<-`, `<<~`.
    let isIndented: Bool
    /// `<<~`.
    let isDedented: Bool
    let isInterpolated: Bool
    let opened: ByteRange
  }

  /// Whether a here-document is opened at the `<<`.
  func startsDocument() -> Bool {
    guard peek(1) == "<" else { return false }
    var at = position + 2
    if bytes[at] == "-" || bytes[at] == "~" { at += 1 }
    let quote = bytes[at]
    guard quote == "\"" || quote == "'" || quote == "`" else { return quote.isNameStart }
    at += 1
    while at < limit, bytes[at] != quote, bytes[at] != "\n" { at += 1 }
    return bytes[at] == quote
  }

  /// Reads a here-document: its opening mark here, its body behind the line.
  mutating func documentLiteral() throws(Stop) -> RubyNode {
    let start = position
    position += 2
    let mark = byte
    if mark == "-" || mark == "~" { position += 1 }
    let quote = byte.isNameStart ? UInt8(ascii: "\"") : byte
    let isQuoted = !byte.isNameStart
    if isQuoted { position += 1 }
    let first = position
    while isQuoted ? byte != quote : byte.isNameByte { position += 1 }
    let document = Document(
      word: bytes[first..<position], isIndented: mark == "-" || mark == "~", isDedented: mark == "~",
      isInterpolated: quote != "'", opened: ByteRange(start, position + (isQuoted ? 1 : 0)))
    if isQuoted { position += 1 }
    let end = position
    let newline = newline(from: end)
    position = min(limit, newline < limit ? afterNewline(newline) : limit)
    try descend()
    let outer = lastCommand
    defer {
      depth -= 1
      lastCommand = outer
    }
    let parts = try body(of: document)
    documentEnds[newline] = position
    knownLineEnd = nil
    position = end
    return add(quote == "`" ? .shell(parts) : .string(parts), from: start)
  }

  private mutating func body(of document: Document) throws(Stop) -> RubyList {
    let mark = pending.count
    var piece = position
    var lines: [Int] = []
    while true {
      if let end = end(of: document) {
        endPiece(&piece)
        position = end
        break
      }
      guard position < limit else { throw unclosed(document) }
      if document.isDedented {
        endPiece(&piece)
        lines.append(position)
      }
      try line(of: document, &piece, &lines)
    }
    if document.isDedented { dedent(pending[mark...].map { $0 }, lines) }
    return list(since: mark)
  }

  /// Reads to the start of the next line.
  private mutating func line(of document: Document, _ piece: inout Int, _ lines: inout [Int]) throws(Stop) {
    while true {
      switch byte {
      case "\n":
        crossLine(inside: &piece)
        return
      case "\r" where peek(1) == "\n":
        endPiece(&piece)
        position += 1
        piece = position
      case "\\" where document.isInterpolated:
        if position + 1 >= limit { throw unclosed(document) }
        endPiece(&piece)
        let isContinued = peek(1) == "\n"
        try escape()
        piece = position
        if isContinued, document.isDedented { lines.append(position) }
      case "#" where document.isInterpolated && startsInterpolation():
        endPiece(&piece)
        try interpolation()
        piece = position
      case 0 where position >= limit: return
      default: position += 1
      }
    }
  }

  /// Where the text goes on if the line at the position ends the document.
  private func end(of document: Document) -> Int? {
    var at = position
    if document.isIndented { while bytes[at] != "\n", bytes[at].isSpace { at += 1 } }
    guard at + document.word.count <= limit else { return nil }
    for byte in document.word {
      guard bytes[at] == byte else { return nil }
      at += 1
    }
    if bytes[at] == "\r" { at += 1 }
    if bytes[at] == "\n" { return at + 1 }
    return at >= limit ? limit : nil
  }

  private mutating func unclosed(_ document: Document) -> Stop {
    let opened = String(decoding: bytes[document.opened.indices], as: UTF8.self)
    position = document.opened.start
    tell(
      .unclosed(opened, closing: String(decoding: document.word, as: UTF8.self)), at: ByteRange(at: limit),
      opening: document.opened)
    stopPosition = document.opened.start
    return Stop()
  }

  /// Takes from each line what all of them are indented by.
  private mutating func dedent(_ parts: [RubyNode], _ lines: [Int]) {
    let widths = lines.compactMap { width(ofLine: $0) }
    guard let margin = widths.min(), margin > 0 else { return }
    var next = 0
    for part in parts {
      let start = start(part)
      while next < lines.count, lines[next] < start { next += 1 }
      guard next < lines.count, lines[next] == start, case .text(let text) = shape(part), text.isVerbatim
      else {
        continue
      }
      var at = start
      var width = 0
      while at < end(part), width < margin, bytes[at] == " " || bytes[at] == "\t" {
        let wider = bytes[at] == "\t" ? (width / 8 + 1) * 8 : width + 1
        if wider > margin { break }
        width = wider
        at += 1
      }
      entries[Int(part.index)].start = Int32(at)
    }
  }

  /// The indentation of a line; nil of a blank one.
  private func width(ofLine start: Int) -> Int? {
    var at = start
    var width = 0
    while bytes[at] == " " || bytes[at] == "\t" {
      width = bytes[at] == "\t" ? (width / 8 + 1) * 8 : width + 1
      at += 1
    }
    return bytes[at] == "\n" || (bytes[at] == "\r" && bytes[at + 1] == "\n") ? nil : width
  }
}

import Source

/// Takes a template apart as Erubis does, which Chef uses, and writes its code as one Ruby text.
///
/// A line that holds nothing but `<% … %>` or `<%# … %>` leaves nothing, its line end included; `-%>` after an output
/// takes the line end; `<%%` is a plain `<%`.
struct TemplateScanner {
  private let text: DerivedText
  private let bytes: [UInt8]
  private var position = 0
  /// Whether nothing but what left no trace stands before the position on its line.
  private var isAtLineStart = true

  private(set) var pieces: [ByteRange] = []
  private(set) var tags: [RubyTemplateTag] = []
  private(set) var code = DerivedTextBuilder()
  private(set) var fault: RubyFault?

  init(_ text: DerivedText) {
    self.text = text
    bytes = text.bytes
  }

  mutating func scan() {
    while let open = find(0x3C, 0x25, from: position) {
      guard let close = find(0x25, 0x3E, from: open + 2) else {
        let range = ByteRange(open, open + 2)
        fault = RubyFault(
          problem: .unclosed("<%", closing: "%>"), location: text.location(of: range),
          opening: text.location(of: range))
        break
      }
      tag(from: open, to: close)
    }
    piece(position, bytes.count)
  }

  private func find(_ first: UInt8, _ second: UInt8, from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var at = start
      while at + 1 < bytes.count {
        if bytes[at] == first, bytes[at + 1] == second { return at }
        at += 1
      }
      return nil
    }
  }

  private mutating func tag(from open: Int, to close: Int) {
    var first = open + 2
    var last = close
    let mark = first < last ? bytes[first] : 0
    let blankStart = mark == "=" ? nil : self.blankStart(before: open)
    let lineEnd = lineEnd(after: close + 2)
    if mark == "%" {
      // A plain `<%`; what follows is text up to and with the `%>`.
      piece(position, open + 2)
      piece(open + 3, close + 2)
      position = close + 2
      isAtLineStart = false
      return
    }
    switch mark {
    case "=": while first < last, bytes[first] == "=" { first += 1 }
    case "-", "#": first += 1
    default: break
    }
    if last > first, bytes[last - 1] == "-" || bytes[last - 1] == "=" { last -= 1 }
    let kind: RubyTemplateTag.Kind = mark == "=" ? .output : mark == "#" ? .comment : .code
    tags.append(
      RubyTemplateTag(kind: kind, range: ByteRange(open, close + 2), content: ByteRange(first, last)))
    if kind == .output {
      piece(position, open)
      output(first, last)
      position = last < close ? lineEnd ?? close + 2 : close + 2
    } else if let blankStart, let lineEnd {
      piece(position, blankStart)
      if kind == .code { statements(first, last) }
      position = lineEnd
    } else {
      piece(position, open)
      if kind == .code { statements(first, last) }
      position = close + 2
    }
    isAtLineStart = lineEnd != nil
  }

  /// Where the line of a tag begins, if only blanks stand before it.
  private func blankStart(before open: Int) -> Int? {
    var at = open
    while at > position, bytes[at - 1] == 0x20 || bytes[at - 1] == 0x09 { at -= 1 }
    if at > position { return bytes[at - 1] == 0x0A ? at : nil }
    return isAtLineStart ? at : nil
  }

  /// Where the next line begins, if only blanks stand before it.
  private func lineEnd(after end: Int) -> Int? {
    var at = end
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    if at + 1 < bytes.count, bytes[at] == 0x0D, bytes[at + 1] == 0x0A { return at + 2 }
    return at < bytes.count && bytes[at] == 0x0A ? at + 1 : nil
  }

  private mutating func piece(_ start: Int, _ end: Int) {
    guard start < end else { return }
    pieces.append(ByteRange(start, end))
    generate(Self.pieceMark, by: ByteRange(start, end))
  }

  private mutating func output(_ first: Int, _ last: Int) {
    let place = ByteRange(first, last)
    generate(Self.outputMark, by: place)
    copy(first, last)
    generate(Self.outputEnd, by: ByteRange(at: last))
  }

  private mutating func statements(_ first: Int, _ last: Int) {
    copy(first, last)
    generate(Self.lineMark, by: ByteRange(at: last))
  }

  private static let pieceMark: [UInt8] = [0x3B, 1, 0x3B]
  private static let outputMark: [UInt8] = [0x3B, 2]
  private static let outputEnd: [UInt8] = [0x0A, 3, 0x3B]
  private static let lineMark: [UInt8] = [0x0A]

  private mutating func generate(_ run: [UInt8], by range: ByteRange) {
    code.append(generated: run, by: text.location(of: range))
  }

  /// Copies code; the bytes that mark text and outputs are none of it.
  private mutating func copy(_ first: Int, _ last: Int) {
    var start = first
    for at in first..<last where bytes[at] <= 3 && bytes[at] > 0 {
      code.append(text, ByteRange(start, at))
      generate([0x20], by: ByteRange(at, at + 1))
      start = at + 1
    }
    code.append(text, ByteRange(start, last))
  }
}

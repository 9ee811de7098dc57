import Source

/// How a quoted literal ends and what has a meaning inside it.
struct StringForm {
  let closing: UInt8
  /// The mark that nests, of `%q(…)`.
  let opening: UInt8?
  var isInterpolated: Bool
  /// Escapes stay as they stand, for a regular expression.
  var keepsEscapes = false
  /// Where the literal was opened.
  let opened: ByteRange
}

extension RubyParser {
  /// Reads a string in quotes or backticks, with the literals that follow it directly.
  mutating func stringLiteral() throws(Stop) -> RubyNode {
    let start = position
    let quote = byte
    let form = StringForm(
      closing: quote, opening: nil, isInterpolated: quote != "'", opened: ByteRange(start, start + 1))
    let parts = try quoted(form)
    if quote == "`" { return add(.shell(parts), from: start) }
    return try joined(add(.string(parts), from: start))
  }

  /// Joins the string literals that follow one directly.
  mutating func joined(_ first: RubyNode) throws(Stop) -> RubyNode {
    let start = start(first)
    var node = first
    while true {
      let end = position
      blanks()
      guard byte == "\"" || byte == "'" else {
        position = end
        return node
      }
      let next = ByteRange(position, position + 1)
      let form = StringForm(closing: byte, opening: nil, isInterpolated: byte == "\"", opened: next)
      guard case .string(let left) = shape(node) else { return node }
      let right = try quoted(form)
      let mark = pending.count
      pending.append(contentsOf: lists[Int(left.first)..<Int(left.first) + left.count])
      pending.append(contentsOf: lists[Int(right.first)..<Int(right.first) + right.count])
      node = add(.string(list(since: mark)), from: start)
    }
  }

  /// Reads from the opening mark at the position to the closing one.
  mutating func quoted(_ form: StringForm) throws(Stop) -> RubyList {
    position += 1
    let mark = pending.count
    var open = 0
    var piece = position
    while true {
      let next = byte
      if next == form.closing {
        if open == 0 { break }
        open -= 1
        position += 1
      } else if let opening = form.opening, next == opening {
        open += 1
        position += 1
      } else if next == "\\" {
        try escapeSequence(form, &piece)
      } else if next == "#", form.isInterpolated, startsInterpolation() {
        endPiece(&piece)
        try interpolation()
        piece = position
      } else if next == "\n" {
        crossLine(inside: &piece)
      } else if next == "\r", peek(1) == "\n" {
        // A line ends in LF for Ruby, whatever the file has.
        endPiece(&piece)
        position += 1
        piece = position
      } else if next == 0, position >= limit {
        throw unclosed(form)
      } else {
        position += 1
      }
    }
    endPiece(&piece)
    position += 1
    return list(since: mark)
  }

  private mutating func unclosed(_ form: StringForm) -> Stop {
    let opened = String(decoding: bytes[form.opened.indices], as: UTF8.self)
    position = form.opened.start
    tell(
      .unclosed(opened, closing: String(UnicodeScalar(form.closing))), at: ByteRange(at: limit),
      opening: form.opened)
    stopPosition = form.opened.start
    return Stop()
  }

  /// Ends a piece that stands in the text as it is.
  mutating func endPiece(_ piece: inout Int) {
    if position > piece { pending.append(add(.text(RubyText(home: .text)), piece, position)) }
    piece = position
  }

  /// Goes over a line end in a string; here-documents that begin behind it are not part of the string.
  mutating func crossLine(inside piece: inout Int) {
    let next = afterNewline(position)
    position += 1
    guard next != position else { return }
    endPiece(&piece)
    position = next
    piece = next
  }

  private mutating func escapeSequence(_ form: StringForm, _ piece: inout Int) throws(Stop) {
    let next = peek(1)
    if position + 1 >= limit { throw unclosed(form) }
    if form.keepsEscapes {
      // `\/` in `/…/` is a plain slash; the rest is for the regular expression to read.
      if next == form.closing, next == "/" {
        endPiece(&piece)
        piece = position + 1
      }
      position += 1
      if next == "\n" { crossLine(inside: &piece) } else { position += 1 }
      return
    }
    guard form.isInterpolated else {
      guard next == "\\" || next == form.closing || next == form.opening else {
        position += 1
        if next == "\n" { crossLine(inside: &piece) } else { position += 1 }
        return
      }
      endPiece(&piece)
      piece = position + 1
      position += 2
      return
    }
    endPiece(&piece)
    try escape()
    piece = position
  }

  /// Whether `#` begins an interpolation.
  func startsInterpolation() -> Bool {
    switch peek(1) {
    case "{": return true
    case "@": return peek(2).isNameStart || peek(2) == "@" && peek(3).isNameStart
    case "$":
      switch peek(2) {
      case "~", "*", "$", "?", "!", "@", "/", "\\", ";", ",", ".", "=", ":", "<", ">", "\"", "&", "`", "'",
        "+":
        return true
      case "-": return peek(3).isNameByte
      default: return peek(2).isNameByte
      }
    default: return false
    }
  }

  mutating func interpolation() throws(Stop) {
    let start = position
    position += 1
    guard byte == "{" else {
      let name = try variable()
      pending.append(add(.interpolation(name), from: start))
      return
    }
    try descend()
    let outer = lastCommand
    defer {
      depth -= 1
      lastCommand = outer
    }
    position += 1
    let body = statements()
    try expect("}", opening: ByteRange(start, start + 2))
    pending.append(add(.interpolation(body), from: start))
  }
}

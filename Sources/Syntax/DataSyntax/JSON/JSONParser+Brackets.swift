import Source

extension JSONParser {
  /// Closes the bracket that a token closes, and says so where it closes another one.
  mutating func closing(_ token: JSONToken, in frame: Frame) {
    let closesMapping = token.kind == .closeMapping
    if frame.isMapping == closesMapping {
      reportTrailingComma(of: frame)
    } else if let index = frames.lastIndex(where: { $0.isMapping == closesMapping }) {
      fail(
        "`\(frame.opener)` is not closed", at: frame.bracket,
        help: "write `\(frame.closer)` before \(text.excerpt(token.range))",
        labels: [("this closes an outer bracket", token.range)],
        edits: [(ByteRange(at: lastEnd), frame.closer)])
      while frames.count > index + 1 { close(at: lastEnd) }
    } else {
      fail(
        "\(text.excerpt(token.range)) does not close `\(frame.opener)`", at: token.range,
        help: "write `\(frame.closer)`", labels: [("opened here", frame.bracket)],
        edits: [(token.range, frame.closer)])
    }
    close(at: token.range.end)
    indentation.close(at: token.range, in: text.bytes)
    isRecovering = false
  }

  private mutating func reportTrailingComma(of frame: Frame) {
    guard frame.expects == .next, let comma = frame.comma else { return }
    fail(
      "no comma may stand before `\(frame.closer)`", at: comma, help: "remove it", edits: [(comma, "")])
  }

  /// The text ends while brackets are open: one fault at the innermost, which names the others.
  mutating func endInside(at end: Int) {
    isIntact = false
    if let innermost = frames.last {
      var labels = frames.dropLast().suffix(3).map { frame in
        (message: "`\(frame.opener)` is not closed either", range: frame.bracket)
      }
      labels.append(("the file ends here", ByteRange(at: lastEnd)))
      if let suspect = indentation.suspect {
        labels.append((suspect.words, suspect.closer))
      }
      let missing = frames.reversed().map(\.closer).joined()
      faults.add(
        "`\(innermost.opener)` is not closed", at: innermost.bracket,
        help: frames.count <= 4
          ? "write `\(missing)` at the end, or where it belongs" : "close \(frames.count) brackets",
        labels: labels)
    }
    while !frames.isEmpty { close(at: lastEnd) }
  }
}

/// Watches how closing brackets are indented, to guess where one is missing or too many.
struct BracketIndentation {
  /// A closing bracket that begins a line but is not indented as the line of its opening one.
  struct Suspect {
    let closer: ByteRange
    /// The line of the opening bracket.
    let line: Int

    var words: String { "this closes the bracket of line \(line), which is indented otherwise" }
  }

  /// The first one.
  private(set) var suspect: Suspect?
  private var open: [ByteRange] = []

  /// Takes note of an opening bracket.
  mutating func open(at bracket: ByteRange, in bytes: [UInt8]) { open.append(bracket) }

  /// Compares a closing bracket with the one it closes.
  mutating func close(at bracket: ByteRange, in bytes: [UInt8]) {
    guard let opener = open.popLast(), suspect == nil,
      let closing = indentation(before: bracket.start, in: bytes, onlyBlank: true),
      let opening = indentation(before: opener.start, in: bytes, onlyBlank: false), closing != opening
    else { return }
    suspect = Suspect(closer: bracket, line: line(of: opener.start, in: bytes))
  }

  /// The blanks at the start of the line that holds an offset; nil on very long lines, and where more than blanks
  /// stand before the offset though only blanks are wanted.
  private func indentation(before offset: Int, in bytes: [UInt8], onlyBlank: Bool) -> ArraySlice<UInt8>? {
    var start = offset
    while start > 0, !bytes[start - 1].isBreak {
      if offset - start > 200 { return nil }
      start -= 1
    }
    let blanks = bytes[start..<offset].prefix { $0 == 0x20 || $0 == 0x09 }
    return onlyBlank && blanks.count < offset - start ? nil : blanks
  }

  private func line(of offset: Int, in bytes: [UInt8]) -> Int {
    1 + bytes[..<offset].count { $0 == 0x0A }
  }
}

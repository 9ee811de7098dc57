import Source

extension JSONLexer {
  /// How many bad bytes of one string a fix mends; more are no slip of a hand.
  private static let mendable = 100

  /// The string that begins here, in double quotes.
  mutating func string(_ faults: inout SyntaxFaults) -> JSONToken {
    let open = offset
    var hasEscapes = false
    var breaks: [ByteRange] = []
    var controls: [ByteRange] = []
    var at = open + 1
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
      let byte = bytes[at]
      if byte.isBreak {
        // Asked once a string, so that a long one is not searched to its end from each of its lines.
        guard !breaks.isEmpty || isClosedLater(after: at) else {
          return unclosed(from: open, lineEnd: at, hasEscapes, &faults)
        }
        let width = byte == 0x0D && self.byte(at: at + 1) == 0x0A ? 2 : 1
        if breaks.count <= Self.mendable { breaks.append(ByteRange(at, at + width)) }
        at += width
      } else if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        at += self.byte(at: at + 1)?.isBreak == false ? 2 : 1
      } else {
        if byte < 0x20, controls.count <= Self.mendable { controls.append(ByteRange(at, at + 1)) }
        at += 1
      }
    }
    guard at < bytes.count else { return unclosed(from: open, lineEnd: at, hasEscapes, &faults) }
    report(breaks: breaks, &faults)
    report(controls: controls, &faults)
    offset = at + 1
    return JSONToken(
      .string, ByteRange(open, offset), content: ByteRange(open + 1, at), hasEscapes: hasEscapes)
  }

  /// A string in single or curly quotes, when it is closed on its line.
  mutating func foreignString(_ faults: inout SyntaxFaults) -> JSONToken? {
    let open = offset
    let isSingle = bytes[open] == UInt8(ascii: "'")
    guard isSingle || isCurlyQuote(at: open) else { return nil }
    let width = isSingle ? 1 : 3
    var at = open + width
    while at < bytes.count, !bytes[at].isBreak {
      if isSingle ? bytes[at] == UInt8(ascii: "'") : isCurlyQuote(at: at) { break }
      at += 1
    }
    guard at < bytes.count, !bytes[at].isBreak else { return nil }
    offset = at + width
    let content = ByteRange(open + width, at)
    let needsEscapes = bytes[content.indices].contains { byte in
      byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }
    faults.add(
      "\(isSingle ? "single" : "curly") quotes do not make a JSON string", at: ByteRange(open, offset),
      help: "use double quotes: `\"`",
      edits: needsEscapes
        ? [] : [(ByteRange(open, open + width), "\""), (ByteRange(at, offset), "\"")])
    return JSONToken(.string, ByteRange(open, offset), content: content)
  }

  /// “ ” ‘ or ’, as word processors put them in.
  private func isCurlyQuote(at offset: Int) -> Bool {
    guard byte(at: offset) == 0xE2, byte(at: offset + 1) == 0x80, let last = byte(at: offset + 2) else {
      return false
    }
    return last == 0x9C || last == 0x9D || last == 0x98 || last == 0x99
  }

  /// Whether a string that runs over a line's end is closed below: the next line with quotes has an odd number of
  /// them, and does not begin as an entry or an element of its own.
  private func isClosedLater(after lineEnd: Int) -> Bool {
    var quotes = 0
    var lineStart = lineEnd
    var at = lineEnd
    while at < bytes.count {
      if bytes[at].isBreak {
        if quotes > 0 { break }
        lineStart = at + 1
      } else if bytes[at] == UInt8(ascii: "\\") {
        at += 1
      } else if bytes[at] == UInt8(ascii: "\"") {
        quotes += 1
      }
      at += 1
    }
    return quotes % 2 == 1 && !opensString(lineStart)
  }

  /// Whether a line begins with a quote that opens a string, rather than one that closes it.
  private func opensString(_ lineStart: Int) -> Bool {
    var at = lineStart
    while byte(at: at) == 0x20 || byte(at: at) == 0x09 { at += 1 }
    guard byte(at: at) == UInt8(ascii: "\""), let next = byte(at: at + 1) else { return false }
    switch next {
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), 0x20, 0x0A, 0x0D: return false
    default: return true
    }
  }

  /// A string without its closing quote: it ends with its line, before what would follow a value.
  private mutating func unclosed(
    from open: Int, lineEnd: Int, _ hasEscapes: Bool, _ faults: inout SyntaxFaults
  ) -> JSONToken {
    var end = lineEnd
    while end > open + 1, isTrailer(bytes[end - 1], in: ByteRange(open + 1, end)) { end -= 1 }
    faults.add(
      "this string is not closed", at: ByteRange(open, max(end, open + 1)),
      help: "end it with `\"` on the same line", edits: [(ByteRange(at: end), "\"")])
    offset = max(end, open + 1)
    return JSONToken(
      .string, ByteRange(open, offset), content: ByteRange(open + 1, offset), hasEscapes: hasEscapes)
  }

  /// Blanks, commas, and brackets that the string itself does not open.
  private func isTrailer(_ byte: UInt8, in content: ByteRange) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0D, UInt8(ascii: ","): return true
    case UInt8(ascii: "}"): return isSurplus(byte, opener: UInt8(ascii: "{"), in: content)
    case UInt8(ascii: "]"): return isSurplus(byte, opener: UInt8(ascii: "["), in: content)
    default: return false
    }
  }

  private func isSurplus(_ closer: UInt8, opener: UInt8, in content: ByteRange) -> Bool {
    var balance = 0
    // A line's tail is enough: a long line must not be counted again for each of its brackets.
    for byte in bytes[max(content.start, content.end - 256)..<content.end] {
      if byte == opener { balance += 1 } else if byte == closer { balance -= 1 }
    }
    return balance < 0
  }

  private func report(breaks: [ByteRange], _ faults: inout SyntaxFaults) {
    guard let first = breaks.first else { return }
    faults.add(
      "a JSON string cannot run over the end of a line", at: first, help: "write the line break as `\\n`",
      edits: breaks.count > Self.mendable ? [] : breaks.map { ($0, "\\n") })
  }

  private func report(controls: [ByteRange], _ faults: inout SyntaxFaults) {
    guard let first = controls.first else { return }
    let isTab = bytes[first.start] == 0x09
    faults.add(
      isTab
        ? "a tab cannot stand in a JSON string" : "control character \(text.excerpt(first)) in a JSON string",
      at: first, help: "write it as `\(escape(bytes[first.start]))`",
      edits: controls.count > Self.mendable ? [] : controls.map { ($0, escape(bytes[$0.start])) })
  }

  private func escape(_ byte: UInt8) -> String {
    switch byte {
    case 0x08: return "\\b"
    case 0x09: return "\\t"
    case 0x0C: return "\\f"
    default:
      let digits = String(byte, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
  }
}

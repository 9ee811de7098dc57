import Source

extension ShellParser {
  /// A redirection with its number and its word; nil where none begins.
  mutating func redirection() -> ShellRedirection? {
    let start = position
    let descriptor = self.descriptor()
    guard let mark = redirectionMark() else {
      position = start
      return nil
    }
    position += mark.utf8.count
    skipBlanks()
    let target = word()
    if target.parts.isEmpty { fault(.unexpected(mark), start, position) }
    var document: [ShellWord.Part] = []
    if mark == "<<" || mark == "<<-" { document = self.document(endedBy: target, mark: mark, start) }
    return ShellRedirection(
      mark: mark, descriptor: descriptor, target: target, document: document,
      location: location(start, position))
  }

  /// `2` of `2>`, or `name` of `{name}>`; the position is behind it.
  private mutating func descriptor() -> String? {
    var length = 0
    if peek() == UInt8(ascii: "{") {
      length = 1
      while Self.isNameByte(peek(length)) { length += 1 }
      guard length > 1, peek(length) == UInt8(ascii: "}") else { return nil }
      length += 1
    } else {
      while (0x30...0x39).contains(peek(length)) { length += 1 }
    }
    let next = peek(length)
    guard length > 0, next == UInt8(ascii: "<") || next == UInt8(ascii: ">") else { return nil }
    let text = String(decoding: bytes[position..<position + length], as: UTF8.self)
    position += length
    return text
  }

  private func redirectionMark() -> String? {
    // `<(` and `>(` begin a word.
    if sees("<(") || sees(">(") { return nil }
    let marks: [StaticString] = ["&>>", "&>", "<<<", "<<-", "<<", "<>", "<&", ">>", ">&", ">|", "<", ">"]
    return marks.first { sees($0) }.map { "\($0)" }
  }

  /// The lines of a here-document, which begin after the end of the present line.
  private mutating func document(endedBy word: ShellWord, mark: String, _ start: Int) -> [ShellWord.Part] {
    let isLiteral = word.parts.contains { if case .quoted = $0 { true } else { false } }
    guard let ending = word.text else { return [] }
    let from = resume ?? lineEnd(from: position)
    var line = from
    let wanted = Array(ending.utf8)
    while line < end {
      let stop = bytes[line..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
      var content = bytes[line..<stop]
      if mark == "<<-" { content = content.drop { $0 == UInt8(ascii: "\t") } }
      if content.last == UInt8(ascii: "\r") { content = content.dropLast() }
      if content.elementsEqual(wanted) {
        resume = min(stop + 1, end)
        return documentParts(from, line, isLiteral: isLiteral)
      }
      line = stop + 1
    }
    fault(.unclosed("\(mark)\(ending)", closing: ending), start, position)
    resume = end
    return documentParts(min(from, end), end, isLiteral: isLiteral)
  }

  private mutating func documentParts(_ start: Int, _ stop: Int, isLiteral: Bool) -> [ShellWord.Part] {
    isLiteral
      ? [.quoted(String(decoding: bytes[start..<max(start, stop)], as: UTF8.self))]
      : quotedParts(from: start, to: max(start, stop))
  }

  /// The offset behind the present line, line ends in quotes passed over.
  private func lineEnd(from start: Int) -> Int {
    var index = start
    var quote: UInt8 = 0
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "'") {
        index += 1
      } else if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if byte == UInt8(ascii: "\n") {
        return index + 1
      }
      index += 1
    }
    return end
  }
}

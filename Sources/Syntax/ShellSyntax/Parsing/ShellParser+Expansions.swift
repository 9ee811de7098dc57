import Source

extension ShellParser {
  /// Whatever begins with a dollar sign.
  mutating func dollar(isQuoted: Bool, to collector: inout PartCollector) {
    let start = position
    let next = peek(1)
    if sees("$(("), let close = arithmeticEnd(from: position + 3) {
      let parts = quotedParts(from: position + 3, to: close)
      position = close + 2
      collector.append([.arithmetic(parts)])
    } else if next == UInt8(ascii: "(") {
      position += 2
      let list = deeper(ShellList()) { $0.closedList("$(", start) }
      collector.append([.substitution(list, isQuoted: isQuoted)])
    } else if next == UInt8(ascii: "{") {
      collector.append([.parameter(braces(isQuoted: isQuoted), isQuoted: isQuoted)])
    } else if Self.isNameStart(next) {
      position += 2
      while Self.isNameByte(peek()), position < end { position += 1 }
      collector.append([.parameter(parameter(start + 1, position, from: start), isQuoted: isQuoted)])
    } else if Self.specialParameters.contains(next), position + 1 < end {
      position += 2
      collector.append([.parameter(parameter(start + 1, position, from: start), isQuoted: isQuoted)])
    } else if next == UInt8(ascii: "'"), !isQuoted {
      escapedQuotes(to: &collector)
    } else if next == UInt8(ascii: "\""), !isQuoted {
      position += 1
      doubleQuotes(to: &collector)
    } else {
      collector.append(UInt8(ascii: "$"), isQuoted: isQuoted)
      position += 1
    }
  }

  private static let specialParameters = Array("@*#?-$!0123456789".utf8)

  private func parameter(_ nameStart: Int, _ nameEnd: Int, from start: Int) -> ShellParameter {
    let name = String(decoding: bytes[nameStart..<nameEnd], as: UTF8.self)
    return ShellParameter(name: name, at: location(start, nameEnd))
  }

  /// `${…}`
  private mutating func braces(isQuoted: Bool) -> ShellParameter {
    let start = position
    position += 2
    var operation = ""
    if peek() == UInt8(ascii: "#"), peek(1) != UInt8(ascii: "}") {
      operation = "length"
      position += 1
    } else if peek() == UInt8(ascii: "!") {
      operation = "!"
      position += 1
    }
    let nameStart = position
    if Self.isNameStart(peek()) {
      while Self.isNameByte(peek()), position < end { position += 1 }
    } else if Self.specialParameters.contains(peek()), position < end {
      position += 1
      while (0x30...0x39).contains(peek()) { position += 1 }
    }
    let name = String(decoding: bytes[nameStart..<position], as: UTF8.self)
    let index = deeper([]) { $0.index() }
    operation += mark()
    let word = index + deeper([]) { $0.wordParts(in: .braces(isQuoted: isQuoted)) }
    if position < end { position += 1 } else { fault(.unclosed("${", closing: "}"), start, start + 2) }
    return ShellParameter(name: name, operation: operation, word: word, at: location(start, position))
  }

  /// `[…]` behind a name, with what is expanded in it.
  private mutating func index() -> [ShellWord.Part] {
    guard peek() == UInt8(ascii: "["), position < end else { return [] }
    position += 1
    var collector = PartCollector()
    while position < end, peek() != UInt8(ascii: "]"), peek() != UInt8(ascii: "}") {
      switch peek() {
      case UInt8(ascii: "$"): dollar(isQuoted: true, to: &collector)
      case UInt8(ascii: "\""): doubleQuotes(to: &collector)
      default: position += 1
      }
    }
    if peek() == UInt8(ascii: "]") { position += 1 }
    return collector.finish().filter { if case .quoted = $0 { false } else { true } }
  }

  /// The mark between a name and its word in braces.
  private mutating func mark() -> String {
    let start = position
    if peek() == UInt8(ascii: ":") { position += 1 }
    let marks = Array("-=?+#%/^,@".utf8)
    if marks.contains(peek()), position < end {
      let first = peek()
      position += 1
      if peek() == first, first != UInt8(ascii: "-"), position < end { position += 1 }
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// The offset of the `))` that closes arithmetic begun before `start`; nil where single brackets close it.
  func arithmeticEnd(from start: Int) -> Int? {
    var level = 0
    var index = start
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "("): level += 1
      case UInt8(ascii: ")"):
        if level == 0 { return index + 1 < end && bytes[index + 1] == UInt8(ascii: ")") ? index : nil }
        level -= 1
      case UInt8(ascii: "\n") where index - start > 4096: return nil
      default: break
      }
      index += 1
    }
    return nil
  }

  /// A pair of backticks; inside it a backslash before a backtick, a dollar or a backslash is taken away first.
  mutating func backticks(isQuoted: Bool, to collector: inout PartCollector) {
    let start = position
    var close = position + 1
    var hasEscapes = false
    while close < end, bytes[close] != UInt8(ascii: "`") {
      if bytes[close] == UInt8(ascii: "\\"), close + 1 < end {
        hasEscapes = true
        close += 1
      }
      close += 1
    }
    if close >= end {
      fault(.unclosed("`", closing: "`"), start, start + 1)
      close = end
    }
    var inner: ShellParser
    if hasEscapes {
      inner = ShellParser(unescaped(start + 1, min(close, end), isQuoted: isQuoted), depth: depth + 1)
    } else {
      inner = ShellParser(text, from: start + 1, to: min(close, end), depth: depth + 1)
    }
    position = min(close + 1, end)
    guard inner.depth < Self.depthLimit else {
      fault(.tooDeep, start, start + 1)
      return
    }
    let list = inner.script()
    comments += inner.comments
    faults += inner.faults
    collector.append([.substitution(list, isQuoted: isQuoted)])
  }

  private func unescaped(_ start: Int, _ stop: Int, isQuoted: Bool) -> DerivedText {
    var builder = DerivedTextBuilder()
    var runStart = start
    var index = start
    while index + 1 < stop {
      let next = bytes[index + 1]
      let isSpecial =
        next == UInt8(ascii: "`") || next == UInt8(ascii: "\\") || next == UInt8(ascii: "$")
        || isQuoted && next == UInt8(ascii: "\"")
      if bytes[index] == UInt8(ascii: "\\"), isSpecial {
        builder.append(text.slice(ByteRange(runStart, index)))
        runStart = index + 1
        index += 2
      } else {
        index += 1
      }
    }
    builder.append(text.slice(ByteRange(runStart, max(runStart, stop))))
    return builder.text(whole: location(start, stop))
  }

  /// `$'…'`: the common escapes are decoded, others are kept as they stand.
  private mutating func escapedQuotes(to collector: inout PartCollector) {
    let start = position
    position += 2
    collector.append(quoted: [])
    while position < end, peek() != UInt8(ascii: "'") {
      if peek() == UInt8(ascii: "\\"), position + 1 < end {
        let decoded: [UInt8: UInt8] = [
          UInt8(ascii: "n"): 10, UInt8(ascii: "t"): 9, UInt8(ascii: "r"): 13, UInt8(ascii: "\\"): 92,
          UInt8(ascii: "'"): 39, UInt8(ascii: "\""): 34,
        ]
        if let byte = decoded[peek(1)] {
          collector.append(byte, isQuoted: true)
        } else {
          collector.append(quoted: bytes[position..<position + 2])
        }
        position += 2
      } else {
        collector.append(peek(), isQuoted: true)
        position += 1
      }
    }
    if position < end { position += 1 } else { fault(.unclosed("$'", closing: "'"), start, start + 2) }
  }
}

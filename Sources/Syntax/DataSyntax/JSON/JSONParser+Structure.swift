import Source

extension JSONParser {
  /// Takes a token where a key or the end of a mapping belongs.
  mutating func expectKey(_ token: JSONToken, in frame: Frame) {
    switch token.kind {
    case .string:
      addString(token)
      keyIsRead(token)
    case .word, .number:
      addBareText(token, as: "a key in double quotes")
      keyIsRead(token)
    case .closeMapping, .closeSequence: closing(token, in: frame)
    case .comma: surplusComma(token)
    case .colon:
      fail("expected a key, found `:`", at: token.range, help: "write the key before it: `\"key\": value`")
      builder.addMissing(at: token.range.start)
      keyIsRead(token, then: .value)
    case .openMapping, .openSequence:
      fail(
        "expected a key, found \(text.excerpt(token.range))", at: token.range,
        help: "in an object each value has a key: `\"key\": …`")
      builder.addMissing(at: token.range.start)
      addValue(token)
    case .stray, .end: unexpected(token, instead: "a key in double quotes")
    }
  }

  /// Takes a token where an element or the end of a sequence belongs.
  mutating func expectElement(_ token: JSONToken, in frame: Frame) {
    switch token.kind {
    case .closeMapping, .closeSequence: closing(token, in: frame)
    case .comma: surplusComma(token)
    case .colon, .stray, .end: unexpected(token, instead: "a value")
    case .string, .number, .word, .openMapping, .openSequence: addElement(token)
    }
  }

  /// Takes a token behind a key.
  mutating func expectColon(_ token: JSONToken, in frame: Frame) {
    switch token.kind {
    case .colon:
      isRecovering = false
      keyIsRead(token, then: .value)
    case .comma, .closeMapping, .closeSequence:
      fail(
        "this key has no value", at: lastKey, help: "write `:` and its value after it")
      builder.addMissing(at: lastEnd)
      expect(.separator)
      expectSeparator(token, in: frame)
    case .stray:
      fail(
        "expected `:`, found \(text.excerpt(token.range))", at: token.range,
        help: "write `:` between a key and its value", edits: [(token.range, ":")])
      keyIsRead(token, then: .value)
    case .string, .number, .word, .openMapping, .openSequence:
      fail(
        "expected `:` after this key", at: lastKey, help: "write `:` between a key and its value",
        edits: [(ByteRange(at: lastEnd), ":")])
      addElement(token)
    case .end: break
    }
  }

  /// Takes a token behind a colon.
  mutating func expectValue(_ token: JSONToken, in frame: Frame) {
    switch token.kind {
    case .string, .number, .word, .openMapping, .openSequence: addElement(token)
    case .comma, .closeMapping, .closeSequence:
      fail(
        "expected a value, found \(text.excerpt(token.range))", at: token.range,
        help: "write a value after `:`, `null` for none", labels: [("of this key", lastKey)])
      builder.addMissing(at: lastEnd)
      expect(.separator)
      expectSeparator(token, in: frame)
    case .colon, .stray, .end: unexpected(token, instead: "a value")
    }
  }

  /// Takes a token behind a value.
  mutating func expectSeparator(_ token: JSONToken, in frame: Frame) {
    switch token.kind {
    case .comma:
      isRecovering = false
      lastEnd = token.range.end
      expect(.next, after: token.range)
    case .closeMapping, .closeSequence: closing(token, in: frame)
    case .string, .number, .word, .openMapping, .openSequence:
      let isEcho = isRecovering
      fail(
        "expected `,` or `\(frame.closer)` here", at: ByteRange(at: lastEnd),
        help: isInnerQuote(before: token)
          ? "separate \(frame.isMapping ? "entries" : "elements") with a comma, or write a quote inside a text as `\\\"`"
          : "separate \(frame.isMapping ? "entries" : "elements") with a comma",
        edits: isUnclear(before: token) ? [] : [(ByteRange(at: lastEnd), ",")])
      isRecovering = isEcho || isUnclear(before: token)
      frame.isMapping ? expectKey(token, in: frame) : addElement(token)
    case .colon where !frame.isMapping:
      fail(
        "expected `,` or `]`, found `:`", at: token.range,
        help: "a key with a value belongs in an object: `{\"key\": value}`",
        labels: [("this list has no keys", frame.bracket)])
    case .stray where text.bytes[token.range.start] == UInt8(ascii: ";"):
      fail(
        "expected `,`, found `;`", at: token.range, help: "separate values with a comma",
        edits: [(token.range, ",")])
      expect(.next)
    case .colon, .stray, .end: unexpected(token, instead: "`,` or `\(frame.closer)`")
    }
  }

  /// Whether a text ends where letters or another text follow at once: a quote inside it may be meant.
  private func isInnerQuote(before token: JSONToken) -> Bool {
    guard lastEnd > 0, text.bytes[lastEnd - 1] == UInt8(ascii: "\"") else { return false }
    return token.kind == .string ? token.range.start == lastEnd : isUnclear(before: token)
  }

  /// Whether something else than a comma may be missing: letters without quotes follow on the line, or a text at once.
  private func isUnclear(before token: JSONToken) -> Bool {
    let gap = text.bytes[lastEnd..<token.range.start]
    let word = text.bytes[token.range.indices]
    switch token.kind {
    case .word: return !Self.isLiteral(word) && !gap.contains { $0.isBreak }
    case .number: return JSONNumber.verdict(on: word) == .text && !gap.contains { $0.isBreak }
    case .string: return gap.isEmpty
    default: return false
    }
  }

  /// The place of the key that waits for its value.
  private var lastKey: ByteRange {
    builder.children.last.map { builder.records[Int($0)].range } ?? ByteRange(at: lastEnd)
  }

  private mutating func keyIsRead(_ token: JSONToken, then expectation: Frame.Expectation = .colon) {
    lastEnd = token.range.end
    expect(expectation)
  }

  private mutating func addElement(_ token: JSONToken) {
    if token.kind != .word { isRecovering = false }
    addValue(token)
  }

  private mutating func surplusComma(_ token: JSONToken) {
    fail(
      "expected a value, found `,`", at: token.range, help: "remove this comma", edits: [(token.range, "")])
  }

  private mutating func unexpected(_ token: JSONToken, instead expected: String) {
    fail(
      "expected \(expected), found \(text.excerpt(token.range))", at: token.range,
      help: "remove it, or put it in double quotes")
  }
}

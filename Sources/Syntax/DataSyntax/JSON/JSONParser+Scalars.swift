import Diagnostics
import Source

extension JSONParser {
  /// Words that are values, of JSON and of its neighbours, with what they are in JSON.
  private static let literals: [String: (kind: DataNode.Kind, json: String)] = [
    "true": (.bool, "true"), "false": (.bool, "false"), "null": (.null, "null"),
    "True": (.bool, "true"), "False": (.bool, "false"), "None": (.null, "null"),
    "TRUE": (.bool, "true"), "FALSE": (.bool, "false"), "NULL": (.null, "null"),
    "nil": (.null, "null"), "undefined": (.null, "null"),
  ]

  /// Whether a word is `true`, `false` or `null`.
  static func isLiteral(_ word: ArraySlice<UInt8>) -> Bool {
    let word = String(decoding: word, as: UTF8.self)
    return literals[word]?.json == word
  }

  /// Adds a string, its escapes resolved.
  mutating func addString(_ token: JSONToken) {
    let value = token.hasEscapes ? JSONString.decode(token.content, of: text, &faults) : nil
    builder.addScalar(.string, token.range, content: token.content, value: value)
  }

  /// Adds a number as it is written.
  mutating func addNumber(_ token: JSONToken) {
    switch JSONNumber.verdict(on: text.bytes[token.range.indices]) {
    case .number: builder.addScalar(.number, token.range, content: token.range)
    case .foreign(let message, let help):
      faults.add(message, at: token.range, help: help)
      builder.addScalar(.number, token.range, content: token.range)
    case .text: addBareText(token, as: "a value")
    }
  }

  /// Adds `true`, `null` and their likes; other letters as a string.
  mutating func addWord(_ token: JSONToken) {
    let word = String(decoding: text.bytes[token.range.indices].prefix(16), as: UTF8.self)
    guard let literal = Self.literals[word] else { return addBareText(token, as: "a value") }
    if literal.json != word {
      faults.add(
        "`\(word)` is no value of JSON", at: token.range, help: "write `\(literal.json)`",
        edits: [(token.range, literal.json)])
    }
    // The value is what was meant, whatever its letters' case.
    let value =
      literal.json == word
      ? nil
      : DerivedText(
        Array(literal.json.utf8),
        segments: [
          .init(
            ByteRange(0, literal.json.utf8.count), from: text.location(of: token.range), isVerbatim: false)
        ], whole: text.location(of: token.range))
    builder.addScalar(literal.kind, token.range, content: token.range, value: value)
  }

  /// Takes letters that should have stood in quotes for the string that they would have made: in the place of a value
  /// with the blanks between them, up to the comma.
  mutating func addBareText(_ token: JSONToken, as role: String) {
    let whole =
      frames.last.map { $0.expects == .separator } == true ? bareRun(from: token.range) : token.range
    if let whole { lexer.offset = max(lexer.offset, whole.end) }
    let range = whole ?? token.range
    lastEnd = max(lastEnd, range.end)
    fail(
      "expected \(role), found \(text.excerpt(range))", at: range,
      help: "put it in double quotes",
      // Where a quote follows it is not clear where the text begins or ends; and several words may be several texts.
      edits: whole == nil
        ? [] : [(ByteRange(at: range.start), "\""), (ByteRange(at: range.end), "\"")],
      safety: range == token.range ? .safe : .unsafe)
    builder.addScalar(.string, range, content: range)
  }

  /// The words from one on to what ends a value: a comma, a closing bracket or the end of the line; nil where something
  /// else stands there, so that it cannot be told where the text ends.
  private func bareRun(from first: ByteRange) -> ByteRange? {
    var end = first.end
    for offset in first.end..<max(first.end, text.bytes.count) {
      switch text.bytes[offset] {
      case 0x20, 0x09: continue
      case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), 0x0A, 0x0D:
        return ByteRange(first.start, end)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "{"),
        UInt8(ascii: "#"):
        return nil
      case UInt8(ascii: "/") where offset > end && text.bytes[offset...].dropFirst().starts(with: "/".utf8):
        return nil
      case UInt8(ascii: "/") where offset > end && text.bytes[offset...].dropFirst().starts(with: "*".utf8):
        return nil
      default: end = offset + 1
      }
    }
    return ByteRange(first.start, end)
  }
}

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

  /// Takes letters that should have stood in quotes for the string that they would have made.
  mutating func addBareText(_ token: JSONToken, as role: String) {
    fail(
      "expected \(role), found \(text.excerpt(token.range))", at: token.range,
      help: "put it in double quotes",
      edits: [(ByteRange(at: token.range.start), "\""), (ByteRange(at: token.range.end), "\"")])
    builder.addScalar(.string, token.range, content: token.range)
  }
}

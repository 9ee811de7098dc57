import Source

extension GoParser {
  /// Reads a value with the fields that follow it; nil where none stands.
  mutating func readOperand() throws(Unreadable) -> GoOperand? {
    guard let term = try readTerm() else { return nil }
    var names: [String] = []
    var end = term.range.end
    while tokens[index].kind == .field {
      names.append(String(text(of: tokens[index]).dropFirst()))
      end = tokens[index].range.end
      index += 1
    }
    guard !names.isEmpty else { return term }
    let range = ByteRange(term.range.start, end)
    switch term.kind {
    case .field(let first): return GoOperand(kind: .field(first + names), range: range)
    case .variable(let name, let first):
      return GoOperand(kind: .variable(name, fields: first + names), range: range)
    case .bool, .text, .integer, .float, .none, .dot:
      throw fail("a field cannot be read from a plain value", at: range)
    default: return GoOperand(kind: .chain(term, fields: names), range: range)
    }
  }

  private mutating func readTerm() throws(Unreadable) -> GoOperand? {
    let token = tokens[index]
    guard let kind = try kind(of: token) else { return nil }
    if case .pipeline = kind {
      return GoOperand(kind: kind, range: ByteRange(token.range.start, tokens[index - 1].range.end))
    }
    index += 1
    return GoOperand(kind: kind, range: token.range)
  }

  private mutating func kind(of token: GoToken) throws(Unreadable) -> GoOperand.Kind? {
    switch token.kind {
    case .identifier:
      let name = text(of: token)
      return name == "true" ? .bool(true) : name == "false" ? .bool(false) : .function(name)
    case .keyword: return text(of: token) == "nil" ? GoOperand.Kind.none : nil
    case .dot: return .dot
    case .field: return .field([String(text(of: token).dropFirst())])
    case .variable:
      let name = text(of: token)
      guard variables.contains(name) else {
        throw fail(
          "the variable `\(name)` is not declared", at: token.range,
          goWords: "undefined variable \(GoQuotedText.quoted(name))")
      }
      return .variable(name, fields: [])
    case .number:
      switch GoNumber(text(of: token)) {
      case .integer(let value): return .integer(value)
      case .float(let value): return .float(value)
      case nil: throw fail("`\(text(of: token))` is not a number", at: token.range)
      }
    case .character: return .integer(try character(token))
    case .quoted, .raw:
      let content = try content(of: token)
      return .text(content.bytes, content: content.range)
    case .leftParenthesis: return .pipeline(try readParentheses(token))
    default: return nil
    }
  }

  private mutating func readParentheses(_ opening: GoToken) throws(Unreadable) -> GoPipeline {
    guard depth < Self.depthLimit else {
      throw fail("parentheses nest deeper than \(Self.depthLimit)", at: opening.range)
    }
    depth += 1
    defer { depth -= 1 }
    index += 1
    return try readPipeline(in: "a pair of parentheses", until: .rightParenthesis)
  }

  /// The bytes that a quoted or raw text stands for, with the range inside its quotes.
  mutating func content(of token: GoToken) throws(Unreadable) -> (bytes: [UInt8], range: ByteRange) {
    let inside = ByteRange(token.range.start + 1, token.range.end - 1)
    // Go takes carriage returns out of raw texts.
    if token.kind == .raw { return (bytes[inside.indices].filter { $0 != 0x0D }, inside) }
    guard let decoded = GoStringLiteral.decode(bytes[inside.indices], quote: UInt8(ascii: "\"")) else {
      throw fail("the text holds an escape that Go does not know", at: token.range)
    }
    return (decoded, inside)
  }

  private mutating func character(_ token: GoToken) throws(Unreadable) -> Int {
    let inside = bytes[token.range.start + 1..<token.range.end - 1]
    let decoded = GoStringLiteral.decode(inside, quote: UInt8(ascii: "'")) ?? []
    let scalars = String(decoding: decoded, as: UTF8.self).unicodeScalars
    guard let scalar = scalars.first, scalars.count == 1 else {
      throw fail("a character in single quotes must be one", at: token.range)
    }
    return Int(scalar.value)
  }
}

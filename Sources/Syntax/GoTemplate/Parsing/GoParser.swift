import Source

/// Builds the nodes of a template from its tokens; an action that cannot be read is left out and told.
struct GoParser {
  let tokens: [GoToken]
  let bytes: [UInt8]
  var index = 0
  var depth = 0
  private(set) var faults: [GoTemplateFault] = []
  var definitions: [String: [GoNode]] = [:]
  var calls: [GoCall] = []
  var fields: [GoFieldUse] = []
  /// The variables that are known here, the newest last.
  var variables: [String] = ["$"]
  var loopDepth = 0

  /// Blocks and parentheses may not nest deeper, so that a hostile text cannot exhaust the stack.
  static let depthLimit = 100

  init(tokens: [GoToken], bytes: [UInt8]) {
    self.tokens = tokens
    self.bytes = bytes
  }

  /// A place where reading an action stopped; told already.
  struct Unreadable: Error {}

  /// What ends a list of nodes.
  enum ListEnd {
    case end(ByteRange)
    /// `{{else}}`, or the `if` or `with` of an `{{else if …}}`.
    case otherwise(ByteRange, keyword: GoToken?)
    case endOfText
  }

  /// The nodes of the whole text.
  mutating func parse() -> [GoNode] {
    var nodes: [GoNode] = []
    while true {
      let (list, end) = readList()
      nodes += list
      switch end {
      case .endOfText: return merged(nodes)
      case .end(let range):
        note("`{{end}}` closes nothing", at: range, isConsequence: true, goWords: "unexpected {{end}}")
      case .otherwise(let range, let keyword):
        note(
          "`{{else}}` stands outside of `{{if}}`, `{{with}}` and `{{range}}`", at: range, isConsequence: true,
          goWords: "unexpected {{else}}")
        if keyword != nil { skipAction() }
      }
    }
  }

  /// The nodes of the text with those that define its own name: only one may say something.
  private mutating func merged(_ nodes: [GoNode]) -> [GoNode] {
    guard let defined = definitions[GoTemplate.mainName], !isBlank(defined) else { return nodes }
    guard isBlank(nodes) else {
      note("`\(GoTemplate.mainName)` is the name of the whole text", at: ByteRange(at: 0))
      return nodes
    }
    return defined
  }

  /// Nodes up to an `{{end}}`, an `{{else}}` or the end of the text.
  mutating func readList() -> ([GoNode], ListEnd) {
    var nodes: [GoNode] = []
    while true {
      let token = tokens[index]
      switch token.kind {
      case .end: return (nodes, .endOfText)
      case .text:
        nodes.append(.text(token.range))
        index += 1
      case .leftDelimiter:
        index += 1
        if let end = readListEnd(opening: token) { return (nodes, end) }
        do throws(Unreadable) {
          if let node = try readAction(opening: token) { nodes.append(node) }
        } catch {
          skipAction()
        }
      default:
        if token.kind == .fault { note(token.message, at: token.range, goWords: token.goWords) }
        index += 1
      }
    }
  }

  private mutating func readListEnd(opening: GoToken) -> ListEnd? {
    skipSpace()
    guard let word = keyword, word == "end" || word == "else" else { return nil }
    let start = index
    index += 1
    skipSpace()
    if tokens[index].kind == .rightDelimiter {
      index += 1
      let range = ByteRange(opening.range.start, tokens[index - 1].range.end)
      return word == "end" ? .end(range) : .otherwise(range, keyword: nil)
    }
    if word == "else", let next = keyword, next == "if" || next == "with" {
      return .otherwise(ByteRange(opening.range.start, tokens[start].range.end), keyword: tokens[index])
    }
    // `{{end x}}` and `{{else x}}` close what they close all the same.
    note("nothing may follow `\(word)`", at: tokens[index].range)
    skipAction()
    let range = ByteRange(opening.range.start, tokens[index - 1].range.end)
    return word == "end" ? .end(range) : .otherwise(range, keyword: nil)
  }

  /// The text of the keyword that is next; nil where none is.
  var keyword: String? { tokens[index].kind == .keyword ? text(of: tokens[index]) : nil }

  func text(of token: GoToken) -> String { String(decoding: bytes[token.range.indices], as: UTF8.self) }

  mutating func skipSpace() {
    while tokens[index].kind == .space { index += 1 }
  }

  /// Goes behind the closing braces of the action.
  mutating func skipAction() {
    while tokens[index].kind != .rightDelimiter, tokens[index].kind != .end {
      if tokens[index].kind == .fault {
        note(tokens[index].message, at: tokens[index].range, goWords: tokens[index].goWords)
      }
      index += 1
    }
    if tokens[index].kind == .rightDelimiter { index += 1 }
  }

  /// Notes a fault; a consequence only where nothing is wrong before it.
  mutating func note(
    _ message: String, at range: ByteRange, isConsequence: Bool = false, goWords: String? = nil
  ) {
    if isConsequence, !faults.isEmpty { return }
    faults.append(GoTemplateFault(message, at: range, goWords: goWords))
  }

  /// Notes a fault and stops reading the action.
  mutating func fail(_ message: String, at range: ByteRange, goWords: String? = nil) -> Unreadable {
    note(message, at: range, goWords: goWords)
    return Unreadable()
  }

  /// Stops at a token that has no place here.
  mutating func unexpected(_ token: GoToken, in context: String) -> Unreadable {
    switch token.kind {
    case .fault: Unreadable()
    case .rightDelimiter, .end:
      fail(
        "\(context) is missing something before its end", at: token.range,
        goWords: token.kind == .end
          ? "unexpected EOF" : "unexpected \"}}\" in \(Self.goContext(context))")
    default:
      fail(
        "`\(text(of: token).singleQuoted)` has no place in \(context)", at: token.range,
        goWords: "unexpected \(goWords(for: token)) in \(Self.goContext(context))")
    }
  }
}

extension GoParser {
  /// What Go's parser calls a part: `if`, `operand`, `command`.
  static func goContext(_ context: String) -> String {
    switch context {
    case "an action": "command"
    case "a pair of parentheses": "parenthesized pipeline"
    default: context.hasPrefix("`") ? String(context.dropFirst().dropLast()) : context
    }
  }

  private func goWords(for token: GoToken) -> String {
    let text = text(of: token)
    if token.kind == .keyword { return "<\(text)>" }
    return text.utf8.count > 10
      ? GoQuotedText.quoted(String(text.prefix(10))) + "..." : GoQuotedText.quoted(text)
  }
}

extension String {
  /// Back quotes as plain quotes, for a message that sets names in back quotes.
  var singleQuoted: String { String(decoding: utf8.map { $0 == 0x60 ? 0x27 : $0 }, as: UTF8.self) }
}

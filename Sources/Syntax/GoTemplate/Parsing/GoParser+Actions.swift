import Source

extension GoParser {
  /// Reads an action behind its opening braces; nil where it prints nothing.
  mutating func readAction(opening: GoToken) throws(Unreadable) -> GoNode? {
    skipSpace()
    guard let word = keyword, word != "nil" else {
      let pipeline = try readPipeline(in: "an action", until: .rightDelimiter)
      return .action(pipeline, ByteRange(opening.range.start, tokens[index - 1].range.end))
    }
    let token = tokens[index]
    index += 1
    switch word {
    case "if", "with", "range": return try readBranch(word, opening: opening)
    case "define": return try readDefinition(opening: opening)
    case "block": return try readBlock(opening: opening)
    case "template": return try readTemplate(opening: opening)
    case "break", "continue":
      guard loopDepth > 0 else {
        throw fail(
          "`\(word)` stands outside of `{{range}}`", at: token.range, goWords: "{{\(word)}} outside {{range}}"
        )
      }
      try expectClosing(of: word)
      let range = ByteRange(opening.range.start, tokens[index - 1].range.end)
      return .exit(word == "break" ? .leave : .next, range)
    default: throw fail("`\(word)` has no place here", at: token.range)
    }
  }

  private mutating func expectClosing(of word: String) throws(Unreadable) {
    skipSpace()
    guard tokens[index].kind == .rightDelimiter else { throw unexpected(tokens[index], in: "`\(word)`") }
    index += 1
  }

  private mutating func enter(_ range: ByteRange) throws(Unreadable) {
    guard depth < Self.depthLimit else { throw fail("blocks nest deeper than \(Self.depthLimit)", at: range) }
    depth += 1
  }

  /// Reads `{{if}}`, `{{with}}` or `{{range}}` behind its keyword, its `{{end}}` included.
  mutating func readBranch(_ word: String, opening: GoToken) throws(Unreadable) -> GoNode {
    try enter(opening.range)
    let known = variables.count
    defer {
      depth -= 1
      variables.removeLast(variables.count - known)
    }
    let pipeline = readHead(word)
    let head = ByteRange(opening.range.start, tokens[index - 1].range.end)
    if word == "range" { loopDepth += 1 }
    let (body, end) = readList()
    if word == "range" { loopDepth -= 1 }
    let otherwise = try readRest(of: word, after: end, head: head)
    let range = ByteRange(opening.range.start, tokens[max(index - 1, 0)].range.end)
    let branch = GoBranch(pipeline: pipeline, body: body, otherwise: otherwise, range: range)
    switch word {
    case "if": return .conditional(branch)
    case "with": return .with(branch)
    default: return .loop(branch)
    }
  }

  /// The pipeline of a block's head; an empty one, and the action skipped, where it cannot be read.
  private mutating func readHead(_ word: String) -> GoPipeline {
    let start = tokens[index].range.start
    do throws(Unreadable) {
      return try readPipeline(in: "`\(word)`", until: .rightDelimiter, allowsTwoVariables: word == "range")
    } catch {
      skipAction()
      let range = ByteRange(start, max(start, tokens[index - 1].range.end))
      return GoPipeline(variables: [], isAssignment: false, commands: [], range: range)
    }
  }

  /// What follows the body of a block, up to its `{{end}}`: the nodes of `{{else}}`.
  private mutating func readRest(
    of word: String, after end: ListEnd, head: ByteRange
  ) throws(Unreadable) -> [GoNode] {
    switch end {
    case .end: return []
    case .endOfText:
      note("`{{\(word)}}` has no `{{end}}`", at: head, isConsequence: true, goWords: "unexpected EOF")
      return []
    case .otherwise(_, let keyword?):
      // The chained block takes the one `{{end}}` of both.
      let chained = text(of: keyword)
      index += 1
      return [try readBranch(chained, opening: GoToken(kind: .leftDelimiter, range: keyword.range))]
    case .otherwise:
      let (nodes, next) = readList()
      switch next {
      case .end: break
      case .endOfText:
        note("`{{\(word)}}` has no `{{end}}`", at: head, isConsequence: true, goWords: "unexpected EOF")
      case .otherwise(let range, _):
        note("a second `{{else}}` for one `{{\(word)}}`", at: range, isConsequence: true)
        throw Unreadable()
      }
      return nodes
    }
  }

  private mutating func readDefinition(opening: GoToken) throws(Unreadable) -> GoNode? {
    guard depth == 0 else { throw fail("`{{define}}` stands inside of another block", at: opening.range) }
    let name = try readTemplateName(in: "`define`")
    try expectClosing(of: "define")
    try enter(opening.range)
    define(name, readBody(of: "define", opening: opening), at: opening.range)
    depth -= 1
    return nil
  }

  private mutating func readBlock(opening: GoToken) throws(Unreadable) -> GoNode {
    let name = try readTemplateName(in: "`block`")
    let pipeline = try readPipeline(in: "`block`", until: .rightDelimiter)
    try enter(opening.range)
    define(name, readBody(of: "block", opening: opening), at: opening.range)
    depth -= 1
    return .template(name: name, pipeline, ByteRange(opening.range.start, tokens[index - 1].range.end))
  }

  /// Takes in a definition; of two with the same name, one must be blank.
  private mutating func define(_ name: String, _ nodes: [GoNode], at range: ByteRange) {
    if isBlank(nodes), definitions[name] != nil { return }
    if let known = definitions[name], !isBlank(known) {
      note("`\(name)` is defined twice", at: range)
    }
    definitions[name] = nodes
  }

  /// Whether nodes are but blanks.
  func isBlank(_ nodes: [GoNode]) -> Bool {
    nodes.allSatisfy { node in
      guard case .text(let range) = node else { return false }
      return bytes[range.indices].allSatisfy(\.isTemplateSpace)
    }
  }

  private mutating func readBody(of word: String, opening: GoToken) -> [GoNode] {
    let head = ByteRange(opening.range.start, tokens[index - 1].range.end)
    let known = variables
    variables = ["$"]
    defer { variables = known }
    let (nodes, end) = readList()
    if case .end = end { return nodes }
    note("`{{\(word)}}` has no `{{end}}`", at: head, isConsequence: true, goWords: "unexpected EOF")
    return nodes
  }

  private mutating func readTemplate(opening: GoToken) throws(Unreadable) -> GoNode {
    let name = try readTemplateName(in: "`template`")
    skipSpace()
    var pipeline: GoPipeline?
    if tokens[index].kind == .rightDelimiter {
      index += 1
    } else {
      pipeline = try readPipeline(in: "`template`", until: .rightDelimiter)
    }
    return .template(name: name, pipeline, ByteRange(opening.range.start, tokens[index - 1].range.end))
  }

  private mutating func readTemplateName(in context: String) throws(Unreadable) -> String {
    skipSpace()
    let token = tokens[index]
    guard token.kind == .quoted || token.kind == .raw else { throw unexpected(token, in: context) }
    index += 1
    return String(decoding: try content(of: token).bytes, as: UTF8.self)
  }
}

import Diagnostics
import Source

/// Reads JSON by RFC 8259, and what people write instead, without recursion.
///
/// Every departure is a fault with its place; the parser then goes on as the author most likely meant it, so that
/// one missing comma does not hide the rest of a template.
struct JSONParser {
  /// A bracket that is open.
  struct Frame {
    /// What may come next in a bracket.
    enum Expectation {
      /// A key or an element, or the end: straight after the bracket.
      case first
      /// A key or an element: after a comma.
      case next
      case colon
      case value
      /// A comma or the end.
      case separator
    }

    let isMapping: Bool
    let bracket: ByteRange
    var expects = Expectation.first
    /// The comma before what is expected.
    var comma: ByteRange?

    var closer: String { isMapping ? "}" : "]" }
    var opener: String { isMapping ? "{" : "[" }
  }

  let text: DerivedText
  var lexer: JSONLexer
  var faults: SyntaxFaults
  var builder = TreeBuilder()
  var frames: [Frame] = []
  /// The end of the last token that was used, after which a missing comma belongs.
  var lastEnd = 0
  /// Whether a fault of structure was just reported, so that its echoes are not.
  var isRecovering = false
  /// Whether something may be lost.
  var isIntact = true
  var indentation = BracketIndentation()

  init(_ text: DerivedText) {
    self.text = text
    lexer = JSONLexer(text, from: 0)
    faults = SyntaxFaults("data/broken-json", in: text)
  }

  /// Reads the whole text.
  mutating func parse() -> (tree: DataTree, diagnostics: [Diagnostic]) {
    switch Encoding.report(on: text, in: &faults) {
    case .utf16, .binary: isIntact = false
    case .markedText:
      faults.add(
        "the file begins with a byte order mark", at: ByteRange(0, 3),
        help: "save it as UTF-8 without one: JSON readers refuse it", edits: [(ByteRange(0, 3), "")])
      lexer.offset = 3
      document()
    case .text: document()
    }
    reportInvalidBytes()
    let tree = builder.tree(of: text, as: .json, comments: lexer.comments, isIntact: isIntact)
    return (tree, faults.diagnostics)
  }

  private mutating func document() {
    let first = lexer.next(&faults)
    guard root(first) else { return }
    while let frame = frames.last {
      let token = lexer.next(&faults)
      if token.kind == .end { return endInside(at: token.range.start) }
      step(token, in: frame)
      if builder.depth > DataParser.maximumDepth { return tooDeep(at: token.range) }
    }
    expectEnd()
  }

  private mutating func root(_ token: JSONToken) -> Bool {
    switch token.kind {
    case .openMapping, .openSequence, .string: break
    case .number where JSONNumber.verdict(on: text.bytes[token.range.indices]) != .text: break
    case .word where Self.isLiteral(text.bytes[token.range.indices]): break
    case .end:
      isIntact = false
      faults.add(
        text.bytes.isEmpty ? "the file is empty" : "the file holds no value", at: ByteRange(at: 0),
        help: "write an object: `{ … }`")
      return false
    default:
      isIntact = false
      faults.add(
        "this is not JSON: expected `{`, found \(text.excerpt(token.range))", at: token.range,
        help: "a JSON document is one object in braces: `{ … }`")
      return false
    }
    addValue(token)
    return true
  }

  private mutating func step(_ token: JSONToken, in frame: Frame) {
    switch frame.expects {
    case .first, .next:
      frame.isMapping ? expectKey(token, in: frame) : expectElement(token, in: frame)
    case .colon: expectColon(token, in: frame)
    case .value: expectValue(token, in: frame)
    case .separator: expectSeparator(token, in: frame)
    }
  }

  /// Says once what is wrong with the structure; echoes of the same mistake are dropped.
  mutating func fail(
    _ message: String, at range: ByteRange, help: String,
    labels: [(message: String, range: ByteRange)] = [], edits: [(range: ByteRange, text: String)] = [],
    safety: Fix.Safety = .safe
  ) {
    defer { isRecovering = true }
    guard !isRecovering else { return }
    faults.add(message, at: range, help: help, labels: labels, edits: edits, safety: safety)
  }

  /// Sets what the innermost bracket waits for.
  mutating func expect(_ expectation: Frame.Expectation, after comma: ByteRange? = nil) {
    guard let last = frames.indices.last else { return }
    frames[last].expects = expectation
    frames[last].comma = comma
  }

  /// Adds a scalar, or opens a container.
  mutating func addValue(_ token: JSONToken) {
    lastEnd = token.range.end
    expect(.separator)
    switch token.kind {
    case .openMapping, .openSequence:
      let isMapping = token.kind == .openMapping
      builder.openContainer(isMapping ? .mapping : .sequence, at: token.range.start)
      frames.append(Frame(isMapping: isMapping, bracket: token.range))
      indentation.open(at: token.range, in: text.bytes)
    case .string: addString(token)
    case .number: addNumber(token)
    default: addWord(token)
    }
  }

  /// Closes the innermost bracket; a key without its value gets a missing one.
  mutating func close(at end: Int) {
    guard let frame = frames.popLast() else { return }
    if frame.isMapping, builder.childCount % 2 == 1 { builder.addMissing(at: lastEnd) }
    builder.closeContainer(at: end)
    lastEnd = end
  }

  private mutating func expectEnd() {
    let token = lexer.next(&faults)
    guard token.kind != .end else { return }
    isIntact = false
    let isCloser = token.kind == .closeMapping || token.kind == .closeSequence
    let whole = builder.records[0].range
    let last = ByteRange(max(whole.start, whole.end - 1), whole.end)
    var labels = [(message: "the document ends here", range: last)]
    if let suspect = indentation.suspect {
      labels.append((suspect.words, suspect.closer))
    }
    faults.add(
      isCloser ? "\(text.excerpt(token.range)) closes nothing" : "text after the end of the document",
      at: token.range,
      help: isCloser
        ? "remove it, or a closing bracket too many before it" : "a JSON document is one value: remove it",
      labels: labels)
  }

  private mutating func tooDeep(at range: ByteRange) {
    isIntact = false
    builder.clear()
    frames.removeAll()
    faults.add(
      "brackets lie in each other more than \(DataParser.maximumDepth) deep", at: range,
      help: "check that this is the right file")
  }

  // Decoders take such bytes for U+FFFD in silence, so the document can be read; what it says is not what was meant.
  private mutating func reportInvalidBytes() {
    guard isIntact || !builder.records.isEmpty else { return }
    for range in Encoding.invalidRanges(in: text.bytes, limit: SyntaxFaults.limit) {
      faults.add(
        "these bytes are not UTF-8", at: range, help: "save the file as UTF-8: readers take them for U+FFFD",
        severity: .warning)
    }
  }
}

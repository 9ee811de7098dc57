package import Source

/// A parsed text of Go's `text/template` language, with the place of each part.
///
/// Reading never fails: what cannot be read is left out and told in `faults`.
package struct GoTemplate: Sendable {
  package let text: DerivedText
  package let nodes: [GoNode]
  /// The bodies of `{{define "name"}}` and `{{block "name"}}`.
  package let definitions: [String: [GoNode]]
  package let faults: [GoTemplateFault]
  /// Every call of a function in the text, those in branches that may never run included.
  package let calls: [GoCall]
  /// Every field of the data that is read by itself (`.Name`), with its place.
  package let fields: [GoFieldUse]

  /// The name that Packer gives to every text.
  static let mainName = "root"

  /// What becomes of actions that begin with a dot.
  package enum FieldActions: Sendable {
    case parsed
    /// They stay as they stand: `{{.Path}}` and `{{ .Path }}` are text.
    case literal
  }

  /// Reads a text.
  package init(_ text: DerivedText, fieldActions: FieldActions = .parsed) {
    guard Self.hasActions(text.bytes) else {
      self.text = text
      nodes = text.bytes.isEmpty ? [] : [.text(ByteRange(0, text.bytes.count))]
      definitions = [:]
      faults = []
      calls = []
      fields = []
      return
    }
    let untouched = fieldActions == .literal ? FieldActionSearch.ranges(in: text.bytes) : []
    var lexer = GoLexer(text.bytes, untouched: untouched)
    var parser = GoParser(tokens: lexer.tokens(), bytes: text.bytes)
    let nodes = parser.parse()
    self.text = text
    self.nodes = nodes
    definitions = parser.definitions
    faults = parser.faults.sorted { $0.range < $1.range }
    calls = parser.calls
    fields = parser.fields
  }

  /// Whether the text holds an action at all.
  package var isPlain: Bool {
    nodes.allSatisfy { if case .text = $0 { true } else { false } } && faults.isEmpty
  }

  /// Whether bytes hold an opening `{{`.
  package static func hasActions(_ bytes: [UInt8]) -> Bool {
    bytes.mentions("{{")
  }

  /// The place in its file of a range of the text.
  package func location(of range: ByteRange) -> Location { text.location(of: range) }
}

/// A call of a function.
package struct GoCall: Sendable {
  package let function: String
  /// The range of the function's name.
  package let range: ByteRange
  /// The arguments that are written out; one that comes through a pipe is not among them.
  package let arguments: [GoOperand]
  /// Whether a value comes in through a pipe as the last argument.
  package let isPiped: Bool
}

/// A read of `.Name`.
package struct GoFieldUse: Sendable {
  package let name: String
  package let range: ByteRange
}

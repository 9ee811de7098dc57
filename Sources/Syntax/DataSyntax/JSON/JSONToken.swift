import Source

/// One lexical element of a JSON text.
struct JSONToken {
  /// What a token is, by its first byte.
  enum Kind: Hashable {
    case openMapping, closeMapping, openSequence, closeSequence
    case comma, colon, string, number
    /// `true`, `null`, or letters that should have stood in quotes.
    case word
    /// A byte that has no place in JSON.
    case stray
    case end
  }

  let kind: Kind
  let range: ByteRange
  /// Of a string, what stands inside its quotes.
  let content: ByteRange
  /// Whether the value of a string differs from the bytes of its content.
  let hasEscapes: Bool

  init(_ kind: Kind, _ range: ByteRange, content: ByteRange? = nil, hasEscapes: Bool = false) {
    self.kind = kind
    self.range = range
    self.content = content ?? range
    self.hasEscapes = hasEscapes
  }

  var startsValue: Bool {
    switch kind {
    case .openMapping, .openSequence, .string, .number, .word: true
    case .closeMapping, .closeSequence, .comma, .colon, .stray, .end: false
    }
  }
}

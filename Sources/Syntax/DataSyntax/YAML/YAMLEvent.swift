import Source

/// One event of a YAML document, with its place in bytes.
struct YAMLEvent {
  /// What happens in the document.
  enum Kind {
    case documentStart, documentEnd
    case alias
    case scalar([UInt8], Style)
    case openSequence, closeSequence, openMapping, closeMapping
    /// The stream's own bounds.
    case other
  }

  /// How a scalar is written.
  enum Style {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }

  let kind: Kind
  let range: ByteRange
  /// The anchor of a node, or the name that an alias takes up.
  let anchor: String?
  let tag: String?
}

/// What libyaml says is wrong with a document, and where.
struct YAMLProblem {
  let problem: String
  let offset: Int
  /// Where the thing began that was being read.
  let contextOffset: Int?
}

import Source

/// A word of a template.
struct GoToken {
  enum Kind: Hashable {
    case text
    case leftDelimiter, rightDelimiter
    case space
    case identifier, keyword
    /// `.Name`.
    case field
    /// `$`, `$name`.
    case variable
    case dot
    case number, character
    case quoted, raw
    case pipe, assign, declare, comma
    case leftParenthesis, rightParenthesis
    /// Any other printable sign.
    case sign
    /// What cannot be read; `message` says why.
    case fault
    case end
  }

  let kind: Kind
  let range: ByteRange
  /// Of a fault: what is wrong.
  var message = ""
  /// The same as Go's lexer words it.
  var goWords: String?
}

package import Source

/// A piece of a template. All ranges are offsets in its text.
package indirect enum GoNode: Sendable {
  /// Text that is printed as it stands, trimmed where a trim marker asks for it.
  case text(ByteRange)
  /// `{{pipeline}}`; the range is the whole action.
  case action(GoPipeline, ByteRange)
  case conditional(GoBranch)
  case with(GoBranch)
  case loop(GoBranch)
  /// `{{template "name" pipeline}}`.
  case template(name: String, GoPipeline?, ByteRange)
  /// `{{break}}` or `{{continue}}`.
  case exit(GoLoopExit, ByteRange)
}

package enum GoLoopExit: Sendable { case leave, next }

/// The parts of `{{if}}`, `{{with}}` and `{{range}}`.
package struct GoBranch: Sendable {
  package let pipeline: GoPipeline
  package let body: [GoNode]
  /// What stands after `{{else}}`.
  package let otherwise: [GoNode]
  /// From the opening action to the end of `{{end}}`.
  package let range: ByteRange
}

/// Commands joined by `|`, with the variables that take the result.
package struct GoPipeline: Sendable {
  /// `$x` in `{{$x := …}}`, dollar included.
  package let variables: [String]
  /// `=` rather than `:=`.
  package let isAssignment: Bool
  package let commands: [GoCommand]
  package let range: ByteRange
}

/// A function or value with its arguments.
package struct GoCommand: Sendable {
  package let operands: [GoOperand]
  package let range: ByteRange
}

/// A value in a command.
package struct GoOperand: Sendable {
  package indirect enum Kind: Sendable {
    case function(String)
    /// `.A.B`.
    case field([String])
    /// `$x.A`, the dollar included.
    case variable(String, fields: [String])
    case dot
    case none
    case bool(Bool)
    case integer(Int)
    case float(Double)
    /// A quoted text; `content` is the range inside its quotes.
    case text([UInt8], content: ByteRange)
    case pipeline(GoPipeline)
    /// `(pipeline).A.B`.
    case chain(GoOperand, fields: [String])
  }

  package let kind: Kind
  package let range: ByteRange
}

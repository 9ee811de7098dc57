import RubySyntax
package import Source

/// A piece of text of a template that was printed.
package struct TemplatePiece {
  let program: RubyProgram
  let range: ByteRange

  var bytes: ArraySlice<UInt8> { program.templateBytes[range.indices] }

  /// The bytes with their places.
  package var text: DerivedText? { program.template?.text.slice(range) }
}

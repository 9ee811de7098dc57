package import Source

/// A place where a text is not a template.
package struct GoTemplateFault: Sendable, Hashable {
  /// One sentence, lower-case, without a stop.
  package let message: String
  /// The offending bytes in the text.
  package let range: ByteRange
  /// The same as Go words it, where that is known.
  let goWords: String?

  init(_ message: String, at range: ByteRange, goWords: String? = nil) {
    self.message = message
    self.range = range
    self.goWords = goWords
  }
}

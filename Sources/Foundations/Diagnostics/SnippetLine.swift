/// One line of a source with the ranges that are to be marked below it.
package struct SnippetLine: Sendable, Hashable {
  /// A range of the line; columns count Unicode scalars from 1, the end is exclusive.
  package struct Mark: Sendable, Hashable {
    package let columns: Range<Int>
    package let message: String
    package let tone: Palette.Tone

    /// `end` may lie before `start` or beyond the line: the mark is cut to what there is, never below one sign.
    package init(from start: Int, to end: Int, _ message: String = "", tone: Palette.Tone) {
      let start = max(1, start)
      columns = start..<max(start, end)
      self.message = message
      self.tone = tone
    }
  }

  /// From 1.
  package let number: Int
  /// The text without its end mark, or a part of it.
  package let text: String
  /// The column of the text's first scalar; above 1 where only a part of the line is kept.
  package let firstColumn: Int
  package let marks: [Mark]

  package init(_ number: Int, _ text: String, firstColumn: Int = 1, marks: [Mark]) {
    self.number = number
    self.text = text
    self.firstColumn = firstColumn
    self.marks = marks
  }
}

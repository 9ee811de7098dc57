/// A place as it is shown: lines and columns from 1, offsets in bytes, the end exclusive.
package struct Place: Sendable, Hashable {
  /// One end of a place.
  package struct Point: Sendable, Hashable {
    package var line: Int
    /// In Unicode scalars.
    package var column: Int
    package var offset: Int
    /// The column in bytes of UTF-8, as reviewdog counts.
    package var utf8Column: Int
    /// The column in units of UTF-16, as editors and code scanning count.
    package var utf16Column: Int

    /// Where nothing is said of the other columns, the line holds ASCII alone.
    package init(line: Int, column: Int, offset: Int, utf8Column: Int? = nil, utf16Column: Int? = nil) {
      self.line = line
      self.column = column
      self.offset = offset
      self.utf8Column = utf8Column ?? column
      self.utf16Column = utf16Column ?? column
    }
  }

  /// Relative to the working directory, with `/`.
  package var file: String
  package var start: Point
  package var end: Point
  /// The text of the first line, or the part of a very long one around the start; secrets are stars.
  package var snippet: String
  /// The column of the snippet's first scalar.
  package var snippetColumn: Int

  package init(file: String, start: Point, end: Point, snippet: String, snippetColumn: Int = 1) {
    self.file = file
    self.start = start
    self.end = end
    self.snippet = snippet
    self.snippetColumn = snippetColumn
  }

  /// Whether it stands in a file, and not on the command line: `<run-list>`.
  var isOfFile: Bool { !(file.hasPrefix("<") && file.hasSuffix(">")) }

  /// `machine.json:12:5`.
  package var words: String { "\(file):\(start.line):\(start.column)" }

  /// The columns to be marked in the snippet, from 1 in its own scalars; to its end where the place goes on below.
  package var markedColumns: Range<Int> {
    let length = snippet.unicodeScalars.count
    let first = min(max(1, start.column - snippetColumn + 1), length + 1)
    let last = end.line > start.line ? length + 1 : end.column - snippetColumn + 1
    return first..<min(max(first, last), length + 1)
  }
}

extension Place: Comparable {
  /// By file, then by where it begins and ends.
  package static func < (a: Place, b: Place) -> Bool {
    (a.file, a.start.offset, a.end.offset, a.start.line, a.start.column)
      < (b.file, b.start.offset, b.end.offset, b.start.line, b.start.column)
  }
}

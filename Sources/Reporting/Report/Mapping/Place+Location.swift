package import Source

extension Place {
  /// A line longer than this is kept in part.
  private static let longestSnippet = 400

  /// The place as it is shown of a location; of a file that is not among the sources only its name.
  package init(_ location: Location, in sources: SourceSet) {
    guard let file = sources[location.file] else {
      let point = Point(line: 1, column: 1, offset: location.range.start)
      self.init(
        file: sources.path(of: location.file), start: point,
        end: Point(line: 1, column: 1, offset: location.range.end),
        snippet: "")
      return
    }
    let start = Point(file.position(at: location.range.start))
    let end = Point(file.position(at: location.range.end))
    let (snippet, column) = Self.part(of: file.text(ofLine: start.line), around: start.column)
    self.init(
      file: sources.path(of: location.file), start: start, end: end, snippet: snippet, snippetColumn: column)
  }

  /// A line, or where it is very long the part around a column, with the column of the part's first scalar.
  private static func part(of line: String, around column: Int) -> (text: String, column: Int) {
    guard line.utf8.count > longestSnippet,
      line.unicodeScalars.prefix(longestSnippet + 1).count > longestSnippet
    else { return (line, 1) }
    let first = max(1, column - longestSnippet / 2)
    let part = line.unicodeScalars.dropFirst(first - 1).prefix(longestSnippet)
    return (String(String.UnicodeScalarView(part)), first)
  }
}

extension Place.Point {
  fileprivate init(_ position: Position) {
    self.init(
      line: position.line, column: position.column, offset: position.offset,
      utf8Column: position.columns.utf8, utf16Column: position.columns.utf16)
  }
}

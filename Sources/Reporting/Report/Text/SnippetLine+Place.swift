import Diagnostics

extension SnippetLine {
  /// The line of a place with one mark; none where the text of the line is not known.
  static func lines(of place: Place, _ tone: Palette.Tone, message: String = "") -> [SnippetLine] {
    lines(of: [(place, tone, message)])
  }

  /// The lines of a place and of labels in the same file, in their order; the place's own mark comes first.
  static func lines(of place: Place, _ tone: Palette.Tone, _ labels: [Finding.Note]) -> [SnippetLine] {
    lines(of: [(place, tone, "")] + labels.map { ($0.place, .frame, $0.text) })
  }

  private static func lines(of marked: [(place: Place, tone: Palette.Tone, message: String)]) -> [SnippetLine]
  {
    let shown = marked.filter { !($0.place.snippet.isEmpty && $0.place.start.offset == 0) }
    let numbers = Set(shown.map(\.place.start.line)).sorted()
    return numbers.compactMap { number in
      let here = shown.filter { $0.place.start.line == number }
      guard let first = here.first?.place else { return nil }
      // Of a very long line each place keeps its own part; only the first one's is drawn.
      let marks = here.filter { $0.place.snippetColumn == first.snippetColumn }.map { item in
        Mark(
          from: item.place.start.column, to: item.place.markedColumns.upperBound + first.snippetColumn - 1,
          item.message, tone: item.tone)
      }
      return SnippetLine(number, first.snippet, firstColumn: first.snippetColumn, marks: marks)
    }
  }
}

extension SnippetDrawing {
  /// A remark below a source: its name, then its text; further lines of the text stand below the first.
  func rows(_ sign: String, _ name: String, _ text: String) -> [String] {
    let blanks = String(repeating: " ", count: sign.unicodeScalars.count + name.unicodeScalars.count + 2)
    return VisibleText.lines(text).enumerated().map { index, line in
      index == 0 ? row(sign, "\(name): \(line)") : row("", blanks + line)
    }
  }

  /// The row between two lines of a source that do not follow each other.
  var gap: String { row("...", "") }
}

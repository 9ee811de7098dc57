/// Draws lines of a source with carets below what is meant:
///
///     12 |       "imgae": "ubuntu",
///        |       ^^^^^^^ did you mean `image`?
package struct SnippetDrawing: Sendable {
  /// Columns of a terminal that a source line may take; a longer one is cut around its first mark.
  package static let lineWidth = 110
  private static let tab = "    "

  private let palette: Palette
  private let gutter: Int

  /// The gutter is as wide as the largest line number that will be drawn.
  package init(_ palette: Palette, largestLine: Int) {
    self.palette = palette
    gutter = max(2, String(largestLine).utf8.count)
  }

  /// The rows of a source line for a terminal: its text, then one row a mark.
  package func rows(_ line: SnippetLine) -> [String] { styledRows(line).map(palette.paint) }

  /// A row that belongs to a drawing but shows no source: the gutter, a sign and words.
  package func row(_ sign: String, _ words: String) -> String {
    String(repeating: " ", count: gutter + 1) + palette.paint(sign, .frame)
      + (words.isEmpty ? "" : " \(words)")
  }

  /// The rows of a source line: its text, then one row a mark.
  package func styledRows(_ line: SnippetLine) -> [StyledLine] {
    let cells = line.text.unicodeScalars.map(Cell.init)
    let first = line.marks.first.map { $0.columns.lowerBound - line.firstColumn } ?? 0
    let window = Self.window(cells, around: first)
    let isCutBefore = window.lowerBound > 0 || line.firstColumn > 1
    let text =
      (isCutBefore ? "…" : "") + cells[window].map(\.text).joined()
      + (window.upperBound < cells.count ? "…" : "")
    var head = frame(String(line.number))
    head.append(text.isEmpty ? "" : " \(text)")
    return [head]
      + line.marks.map { mark in
        row(mark, firstColumn: line.firstColumn, cells, in: window, indent: isCutBefore ? 1 : 0)
      }
  }

  private func frame(_ number: String) -> StyledLine {
    var line = StyledLine()
    line.append("\(String(repeating: " ", count: max(0, gutter - number.utf8.count)))\(number) |", .frame)
    return line
  }

  private func row(
    _ mark: SnippetLine.Mark, firstColumn: Int, _ cells: [Cell], in window: Range<Int>, indent: Int
  ) -> StyledLine {
    let start = min(max(mark.columns.lowerBound - firstColumn, window.lowerBound), window.upperBound)
    let end = min(max(mark.columns.upperBound - firstColumn, start), window.upperBound)
    let blanks = cells[window.lowerBound..<start].reduce(indent) { $0 + $1.width }
    let length = max(1, cells[start..<end].reduce(0) { $0 + $1.width })
    let sign = mark.tone == .frame ? "-" : "^"
    let words = VisibleText.line(mark.message)
    var line = frame("")
    line.append(String(repeating: " ", count: blanks + 1))
    line.append(String(repeating: sign, count: length) + (words.isEmpty ? "" : " \(words)"), mark.tone)
    return line
  }

  /// The cells to be shown of a line: all of them, or as many as fit around one of them.
  private static func window(_ cells: [Cell], around focus: Int) -> Range<Int> {
    guard cells.reduce(0, { $0 + $1.width }) > lineWidth else { return cells.indices }
    let focus = min(max(0, focus), cells.count)
    var start = focus
    var room = lineWidth / 3
    while start > 0, cells[start - 1].width <= room {
      start -= 1
      room -= cells[start].width
    }
    var end = start
    room = lineWidth
    while end < cells.count, cells[end].width <= room {
      room -= cells[end].width
      end += 1
    }
    while end == cells.count, start > 0, cells[start - 1].width <= room {
      start -= 1
      room -= cells[start].width
    }
    return start..<end
  }

  /// One scalar as it is shown.
  private struct Cell {
    let text: String
    let width: Int

    init(_ scalar: Unicode.Scalar) {
      text = scalar == "\t" ? SnippetDrawing.tab : String(VisibleText.sign(of: scalar))
      width = scalar == "\t" ? SnippetDrawing.tab.utf8.count : VisibleText.width(of: scalar)
    }
  }
}

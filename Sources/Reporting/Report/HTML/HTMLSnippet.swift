import Diagnostics

/// A source line with carets, drawn as on a terminal.
struct HTMLSnippet {
  private let lines: [SnippetLine]

  /// The line of a place with one mark.
  init(_ place: Place, _ tone: Palette.Tone, message: String = "") {
    lines = SnippetLine.lines(of: place, tone, message: message)
  }

  /// The line of a finding with those of its labels in the same file.
  init(_ finding: Finding) {
    lines = SnippetLine.lines(
      of: finding.place, finding.severity.tone, finding.labels.filter { $0.place.file == finding.place.file })
  }

  /// Writes the drawing; nothing where no line is known.
  func write(to html: inout HTMLText) {
    guard !lines.isEmpty else { return }
    let drawing = SnippetDrawing(.plain, largestLine: lines.map(\.number).max() ?? 1)
    html.block("snippet") { html in
      for (index, line) in lines.flatMap(drawing.styledRows).enumerated() {
        if index > 0 { html.write("\n") }
        for piece in line.pieces {
          guard let tone = piece.tone else {
            html.write(piece.text)
            continue
          }
          html.element("span", [("class", tone.styleClass)], text: piece.text)
        }
      }
    }
  }
}

extension HTMLText {
  /// A block of fixed width that can be scrolled by keyboard.
  mutating func block(_ name: String, _ content: (inout HTMLText) -> Void) {
    element("pre", [("class", name), ("tabindex", "0")], content)
  }

  /// Lines that a program printed or a file holds.
  mutating func block(_ name: String, lines: [String]) {
    guard !lines.isEmpty else { return }
    block(name) { $0.write(lines.flatMap { VisibleText.lines($0) }.joined(separator: "\n")) }
  }
}

extension Palette.Tone {
  /// The class of the style sheet.
  fileprivate var styleClass: String {
    switch self {
    case .error: "mark bad"
    case .warning: "mark doubtful"
    case .info: "mark neutral"
    case .good: "mark good"
    case .strong: "strong"
    case .faint, .frame: "frame"
    }
  }
}

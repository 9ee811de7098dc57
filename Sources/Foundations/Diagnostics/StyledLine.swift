/// One line of a drawing as pieces of text with what each means; a terminal and a page show it in their own ways.
package struct StyledLine: Sendable, Hashable {
  /// A piece of text of one tone.
  package struct Piece: Sendable, Hashable {
    package let text: String
    package let tone: Palette.Tone?
  }

  package private(set) var pieces: [Piece] = []

  package init() {}

  /// Appends a piece; an empty text adds nothing.
  package mutating func append(_ text: String, _ tone: Palette.Tone? = nil) {
    guard !text.isEmpty else { return }
    pieces.append(Piece(text: text, tone: tone))
  }
}

extension Palette {
  /// The line as a terminal shows it.
  package func paint(_ line: StyledLine) -> String {
    line.pieces.map { piece in piece.tone.map { paint(piece.text, $0) } ?? piece.text }.joined()
  }
}

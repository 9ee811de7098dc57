import Diagnostics
import Testing

@Suite struct SnippetDrawingTests {
  private static func drawn(_ line: SnippetLine) -> [String] {
    SnippetDrawing(.plain, largestLine: line.number).rows(line)
  }

  @Test("Carets stand below what is meant, with the words behind them")
  func carets() {
    let line = SnippetLine(
      12, "\"imgae\": 1",
      marks: [.init(from: 1, to: 8, "here", tone: .error), .init(from: 10, to: 11, tone: .frame)])
    #expect(Self.drawn(line) == ["12 | \"imgae\": 1", "   | ^^^^^^^ here", "   |          -"])
  }

  @Test("Tabs, wide characters and marks on letters move the carets as a terminal moves them")
  func widths() {
    let line = SnippetLine(1, "\t漢e\u{301}x", marks: [.init(from: 5, to: 6, tone: .error)])
    #expect(Self.drawn(line) == [" 1 |     漢e\u{301}x", "   |        ^"])
  }

  @Test("What steers a terminal is shown as a sign")
  func controls() {
    let line = SnippetLine(
      1, "a\u{1B}[31m\u{202E}\u{9B}", marks: [.init(from: 2, to: 3, "\u{7}", tone: .error)])
    #expect(Self.drawn(line) == [" 1 | a␛[31m\u{FFFD}\u{FFFD}", "   |  ^ ␇"])
  }

  @Test("A long line is cut around its first mark")
  func longLine() {
    let text = String(repeating: "a", count: 300) + "HERE" + String(repeating: "b", count: 300)
    let rows = Self.drawn(SnippetLine(1, text, marks: [.init(from: 301, to: 305, tone: .error)]))
    #expect(rows[0].unicodeScalars.count == 5 + SnippetDrawing.lineWidth + 2)
    let caret = rows[1].unicodeScalars.firstIndex(of: "^")?.utf16Offset(in: rows[1])
    let here = rows[0].firstRange(of: "HERE")?.lowerBound.utf16Offset(in: rows[0])
    #expect(caret != nil && caret == here)
  }

  @Test("A mark at or beyond the end of a line is one caret behind it")
  func end() {
    #expect(
      Self.drawn(SnippetLine(1, "ab", marks: [.init(from: 3, to: 3, tone: .error)])) == [
        " 1 | ab", "   |   ^",
      ])
    #expect(
      Self.drawn(SnippetLine(1, "", marks: [.init(from: 9, to: 12, tone: .error)])) == [" 1 |", "   | ^"])
  }

  @Test("A part of a line is drawn as a part")
  func part() {
    let line = SnippetLine(7, "bcd", firstColumn: 41, marks: [.init(from: 42, to: 43, tone: .error)])
    #expect(Self.drawn(line) == [" 7 | …bcd", "   |   ^"])
  }
}

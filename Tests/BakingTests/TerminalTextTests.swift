import Testing

@testable import Baking

@Suite struct TerminalTextTests {
  @Test(arguments: [
    ("plain text", "plain text"),
    ("\u{1B}[0;32mok: [127.0.0.1]\u{1B}[0m", "ok: [127.0.0.1]"),
    ("\u{1B}]0;title\u{07}after", "after"),
    ("a\tb\u{0}c\u{7F}", "a\tbc"),
    ("cut\u{1B}[3", "cut"),
    ("end\u{1B}", "end"),
  ])
  func onlyTextStays(_ line: String, _ expected: String) {
    #expect(String(decoding: TerminalText.plain(Array(line.utf8)), as: UTF8.self) == expected)
  }
}

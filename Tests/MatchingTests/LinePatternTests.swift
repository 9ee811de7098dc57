import Matching
import RegularExpressions
import Source
import Testing

/// Bytes that are no UTF-8, each of which is a U+FFFD to a pattern, as to Go's `regexp`.
struct LinePatternTests {
  @Test(
    arguments: [
      ("/caf./", [0xE9], true), ("/^caf.$/", [0xE9], true), ("/caf[^a]/", [0xE9], true),
      ("/caf\\x{fffd}/", [0xE9], true), ("/^caf..$/", [0xE9, 0xFF], true), ("/^caf.$/", [0xE9, 0xFF], false),
      ("/^caf.$/", [0xC3, 0xA9], true), ("/^caf..$/", [0xC3, 0xA9], false), ("/café/", [0xE9], false),
      ("/^caf.$/", [0xED, 0xA0, 0x80], false), ("/^caf...$/", [0xED, 0xA0, 0x80], true),
      ("/^caf..x$/", [0xC3, 0xE9, 0x78], true),
    ] as [(String, [UInt8], Bool)])
  func `a byte that is no UTF-8 is a character`(text: String, end: [UInt8], isMatched: Bool) throws {
    let pattern = try LinePattern(text, at: Location(FileID("spec"), ByteRange(at: 0)))
    let lines = TextLines(Array("x\ncaf".utf8) + end + [0x0A])
    #expect(lines.numbers(matching: pattern, limit: 1) == (isMatched ? [2] : []))
  }

  @Test func `a match is told by the bytes themselves`() throws {
    let text: [UInt8] = [0xFF, 0x61, 0x62, 0xFE, 0x63]
    #expect(try RegularExpression("b.").firstMatch(in: text) == 2..<4)
    #expect(try RegularExpression(".").firstMatch(in: text) == 0..<1)
    #expect(try RegularExpression("c").firstMatch(in: text, within: 2..<5) == 4..<5)
  }
}

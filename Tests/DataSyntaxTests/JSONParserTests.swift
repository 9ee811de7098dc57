import DataSyntax
import Testing

@Suite struct JSONParserTests {
  @Test(arguments: [
    #"{"a": [1, -2.5e3, true, false, null, "x"], "b": {}}"#,
    #"[]"#, #""text""#, "0", "true",
  ])
  func `Reads what RFC 8259 allows without a fault`(source: String) {
    let parsing = Parsing(source)
    #expect(parsing.messages.isEmpty)
    #expect(parsing.tree.isIntact)
    #expect(parsing.tree.root.canonical == source)
  }

  @Test func `Ends megabytes of brackets in one fault`() {
    let parsing = Parsing(Array(repeating: UInt8(ascii: "["), count: 1_000_000))
    #expect(parsing.messages == ["brackets lie in each other more than 1000 deep"])
    #expect(parsing.tree.root.kind == .missing)
    #expect(!parsing.tree.isIntact)
  }

}

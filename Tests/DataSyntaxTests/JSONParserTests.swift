import DataSyntax
import Diagnostics
import Source
import Testing

@Suite struct JSONParserTests {
  @Test(arguments: [
    #"{"a": [1, -2.5e3, true, false, null, "x"], "b": {}}"#,
    #"[]"#, #""text""#, "0", "true",
  ])
  func `Reads what RFC 8259 allows without a fault`(source: String) {
    let (tree, diagnostics) = parse(source)
    #expect(diagnostics.isEmpty)
    #expect(tree.isIntact)
    #expect(tree.root.canonical == source)
  }

  @Test func `Ends fifty megabytes of brackets in one fault`() {
    let file = SourceFile(FileID("deep.json"), bytes: Array(repeating: UInt8(ascii: "["), count: 50_000_000))
    let (tree, diagnostics) = DataParser.parse(DerivedText(file), as: .json)
    #expect(diagnostics.map(\.message) == ["brackets lie in each other more than 1000 deep"])
    #expect(tree.root.kind == .missing)
    #expect(!tree.isIntact)
  }

  private func parse(_ source: String) -> (tree: DataTree, diagnostics: [Diagnostic]) {
    DataParser.parse(DerivedText(SourceFile(FileID("case.json"), bytes: Array(source.utf8))), as: .json)
  }
}

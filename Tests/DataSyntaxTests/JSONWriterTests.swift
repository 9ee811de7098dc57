import DataSyntax
import Source
import Testing

@Suite struct JSONWriterTests {
  private static let value = JSONText.members([
    ("b", .array([.null, .bool(true), .integer(-7), .number("1.50")])), ("absent", nil), ("a", .object([])),
    ("text", .string("ä\u{1}\t\"\\/\n")),
  ])

  @Test func membersKeepTheirOrder() {
    #expect(
      String(decoding: Self.value.compact, as: UTF8.self)
        == #"{"b":[null,true,-7,1.50],"a":{},"text":"ä\u0001\t\"\\/\n"}"#)
  }

  @Test func theIndentedFormHasALineAMember() {
    let value = JSONText.members([("a", .strings(["x"])), ("b", .strings([String: String]()))])
    #expect(
      String(decoding: value.indented, as: UTF8.self) == "{\n  \"a\": [\n    \"x\"\n  ],\n  \"b\": {}\n}\n")
  }

  @Test func whatIsWrittenIsReadBack() {
    let file = SourceFile(FileID("x.json"), bytes: Self.value.compact)
    let (tree, diagnostics) = DataParser.parse(DerivedText(file), as: .json)
    #expect(diagnostics.isEmpty)
    #expect(tree.root["text"]?.string == "ä\u{1}\t\"\\/\n")
  }
}

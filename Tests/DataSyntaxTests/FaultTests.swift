import DataSyntax
import Diagnostics
import Source
import Testing

@Suite struct FaultTests {
  @Test(arguments: try FaultCase.load())
  func `Places each fault and reads the rest`(fault: FaultCase) {
    let parsing = Parsing(fault.source, as: fault.syntax)
    #expect(parsing.faults == fault.faults)
    #expect(parsing.tree.root.canonical == fault.tree)
    #expect(parsing.diagnostics.allSatisfy { $0.rule.name == "data/broken-\(fault.syntax.rawValue)" })
    #expect(parsing.diagnostics.allSatisfy { $0.help?.isEmpty == false })
  }

  @Test(arguments: try FaultCase.load().filter { $0.syntax == .json })
  func `Mends what it offers to mend`(fault: FaultCase) {
    let parsing = Parsing(fault.source)
    for fix in parsing.diagnostics.flatMap(\.fixes) {
      var bytes = parsing.file.bytes
      for edit in fix.edits.sorted(by: { $1.location < $0.location }) {
        bytes.replaceSubrange(edit.location.range.indices, with: Array(edit.text.utf8))
      }
      #expect(Parsing(bytes).diagnostics.count < parsing.diagnostics.count)
    }
  }

  @Test func `Lists twenty faults of a hopeless file`() {
    let parsing = Parsing("[" + String(repeating: "True,", count: 100) + "1]")
    #expect(parsing.diagnostics.count == 20)
    #expect(parsing.diagnostics.last?.notes == ["further faults of this file are not listed"])
  }

  @Test(arguments: [DataSyntaxKind.json, .yaml])
  func `Says once that a file is no text`(syntax: DataSyntaxKind) {
    #expect(
      Parsing([0x7F, 0x45, 0x4C, 0x46, 0, 1], as: syntax).messages == ["the file is not text: byte 4 is NUL"])
    #expect(
      Parsing([0xFF, 0xFE, 0x7B, 0, 0x7D, 0], as: syntax).messages == ["the file is written in UTF-16"])
    #expect(Parsing([0x7B, 0, 0x7D, 0], as: syntax).messages == ["the file is written in UTF-16"])
  }

  @Test func `Says what an empty JSON file lacks`() {
    #expect(Parsing("").messages == ["the file is empty"])
    #expect(Parsing(" \n").messages == ["the file holds no value"])
    #expect(!Parsing("").tree.isIntact)
  }

  @Test func `Reads on behind a byte order mark`() {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(#"{"a": 1}"#.utf8)
    #expect(Parsing(bytes).messages == ["the file begins with a byte order mark"])
    #expect(Parsing(bytes).tree.root["a"]?.integer == 1)
    #expect(Parsing(bytes, as: .yaml).messages == [])
    #expect(Parsing(bytes, as: .yaml).tree.root["a"]?.location.range == ByteRange(9, 10))
  }

  @Test func `Warns of bytes that are not UTF-8`() {
    let json = Parsing(Array(#"{"a": ""#.utf8) + [0xFF] + Array(#"x"}"#.utf8))
    #expect(json.faults == ["1:8+1 these bytes are not UTF-8"])
    #expect(json.diagnostics.map(\.severity) == [.warning])
    #expect(json.tree.root["a"]?.string == "\u{FFFD}x")
    let yaml = Parsing(Array("é: a".utf8) + [0xC3, 0x28] + Array("\nb: 1".utf8), as: .yaml)
    #expect(yaml.faults == ["1:5+1 these bytes are not UTF-8"])
    #expect(yaml.tree.root["b"]?.integer == 1)
  }

  @Test func `Names control characters in strings`() {
    let parsing = Parsing("{\"a\": \"x\ty\u{1}\"}")
    #expect(parsing.faults == ["1:9+1 a tab cannot stand in a JSON string"])
    #expect(parsing.diagnostics.first?.fixes.first?.edits.map(\.text) == ["\\t", "\\u0001"])
    #expect(Parsing("a: \u{7}b\n", as: .yaml).faults == ["1:4+1 YAML forbids this control character"])
  }

  @Test(
    arguments: [DataSyntaxKind.json, .yaml],
    [UInt8(0x07), 0xFF, 0x22, 0x27, 0x3C, 0x5D, 0x7D, 0x2C, 0x3A, 0x26])
  func `Ends a heap of one byte soon`(syntax: DataSyntaxKind, byte: UInt8) {
    let parsing = Parsing(Array("[{".utf8) + Array(repeating: byte, count: 50_000), as: syntax)
    #expect(!parsing.messages.isEmpty)
    #expect(parsing.messages.count <= 40)
  }
}

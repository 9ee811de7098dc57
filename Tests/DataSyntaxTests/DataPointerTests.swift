import DataSyntax
import Source
import Testing

@Suite struct DataPointerTests {
  private let parsing = Parsing(#"{"builders": [{"image": "a"}, {"image": "b", "a/b~c": [7]}]}"#)

  @Test(arguments: ["", "/builders", "/builders/1/image", "/builders/1/a~1b~0c/0"])
  func `Leads to a node and back`(written: String) throws {
    let pointer = try #require(DataPointer(written))
    #expect(pointer.description == written)
    let node = try #require(parsing.tree.node(at: written))
    #expect(parsing.tree.pointer(of: node) == pointer)
    #expect(parsing.tree.place(of: node.range) == DataPlace(pointer, .value))
  }

  @Test(arguments: ["builders", "/builders/2", "/builders/01", "/builders/-1", "/~2", "/builders/0/image/0"])
  func `Leads nowhere where nothing is`(written: String) {
    #expect(parsing.tree.node(at: written) == nil)
  }

  @Test func `Tells a key from its value`() throws {
    let entry = try #require(parsing.tree.entry(at: DataPointer(["builders", "1", "image"])))
    #expect(parsing.tree.place(of: entry.key.range)?.part == .key)
    #expect(parsing.tree.place(of: entry.value.range)?.part == .value)
    #expect(parsing.tree.pointer(of: entry.key)?.description == "/builders/1/image")
  }

  @Test func `Finds the innermost place of a range`() {
    let place = parsing.tree.place(of: ByteRange(at: 26))
    #expect(place == DataPlace(DataPointer(["builders", "0", "image"]), .value))
  }

  @Test func `Names keys that are written twice, at any depth`() {
    let parsing = Parsing(#"{"a": 1, "b": {"c": 1, "c": 2, "\u0063": 3}, "a": 2}"#)
    let found = parsing.tree.duplicateKeys.map { [$0.first.range.start, $0.again.range.start] }
    #expect(found == [[15, 23], [15, 31], [1, 45]])
    #expect(parsing.tree.root["a"]?.integer == 2)
  }

  @Test func `Tells keys apart that only look alike`() {
    let parsing = Parsing("{\"e\u{301}\": 1, \"\u{E9}\": 2}")
    #expect(parsing.tree.duplicateKeys.isEmpty)
    #expect(parsing.tree.root["e\u{301}"]?.integer == 1)
    #expect(parsing.tree.root["\u{E9}"]?.integer == 2)
  }
}

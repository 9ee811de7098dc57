import Diagnostics
import Report
import Source
import Testing

@Suite struct PlaceTests {
  private static func place(_ text: String, _ start: Int, _ end: Int) -> Place {
    let file = SourceFile(FileID("f"), bytes: Array(text.utf8))
    return Place(Location(file.id, ByteRange(start, end)), in: SourceSet([file]))
  }

  @Test("Columns count Unicode scalars, offsets bytes")
  func columns() {
    let place = Self.place("ä\r\nöü x\n", 4, 9)
    #expect(place.start == Place.Point(line: 2, column: 1, offset: 4))
    #expect(place.end == Place.Point(line: 2, column: 4, offset: 9, utf8Column: 6, utf16Column: 4))
    #expect(place.snippet == "öü x")
    #expect(place.markedColumns == 1..<4)
  }

  @Test("A place over several lines is marked to the end of the first")
  func lines() {
    let place = Self.place("ab{\n}\n", 2, 5)
    #expect(place.snippet == "ab{")
    #expect(place.markedColumns == 3..<4)
  }

  @Test("Of a very long line the part around the place is kept")
  func longLine() {
    let place = Self.place(
      String(repeating: "x", count: 5000) + "HERE" + String(repeating: "y", count: 5000), 5000, 5004)
    #expect(place.snippet.utf8.count == 400)
    let marked = place.markedColumns
    #expect(
      Array(place.snippet.utf8)[marked.lowerBound - 1..<marked.upperBound - 1].elementsEqual("HERE".utf8))
    #expect(place.start.column == 5001)
  }

  @Test("A file that is not at hand is named all the same")
  func unknownFile() {
    let place = Place(Location(FileID("gone.json"), ByteRange(7, 9)), in: SourceSet())
    #expect(place.file == "gone.json" && place.snippet.isEmpty && place.start.line == 1)
  }

  @Test("A secret of one finding is shown by none")
  func secrets() throws {
    let file = SourceFile(FileID("f"), bytes: Array(#"{"a": 1, "password": "hunter2"}"#.utf8))
    let sources = SourceSet([file])
    let secret = Location(file.id, ByteRange(22, 29))
    var told = Diagnostic("x/secret", .warning, "a secret", at: Location(file.id, ByteRange(9, 19)))
    told.secrets = [secret]
    let other = Diagnostic("x/other", .warning, "another", at: Location(file.id, ByteRange(1, 4)))
    let findings = Finding.all([told, other], in: sources)
    #expect(findings.map(\.place.snippet) == Array(repeating: #"{"a": 1, "password": "*******"}"#, count: 2))
    #expect(Finding(told, in: sources).place.snippet == findings[0].place.snippet)
  }
}

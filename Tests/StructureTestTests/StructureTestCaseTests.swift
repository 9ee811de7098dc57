import Diagnostics
import Expectation
import Source
import StructureTest
import Support
import Testing

@Suite struct StructureTestCaseTests {
  @Test(arguments: try StructureTestCase.all())
  func `Judges as recorded, rightly and as the original`(example: StructureTestCase) throws {
    try Golden.expect(try example.report(), at: example.expectedPath)
  }

  @Test(arguments: [
    ("schemaVersion: 2.0.0", true), ("{\"SchemaVersion\": \"1.0.0\"}", true), ("files: {}", false),
    ("# schemaVersion: 2.0.0\nfiles: {}", false), ("files: {schemaVersion: {}}", false), ("", false),
  ])
  func `Tells its files by the key at their root`(text: String, isOne: Bool) {
    #expect(StructureTestFile.isOne(SourceFile(FileID("a.yaml"), bytes: Array(text.utf8))) == isOne)
  }

  @Test func `Reads and judges mutated files without harm`() throws {
    let files = try StructureTestCase.all().map { try $0.file() }
    let fuzzing = Fuzzing(rounds: 300)
    var random = SplitMix(state: fuzzing.seed)
    var image = MemoryImage()
    image.add(file: "/opt/fx/text.txt", mode: 0o640, "alpha\nbeta = 42\n")
    let pieces = [
      "[", "]", "{", "}", ": ", "- ", "&a ", "*a", "\"", "~", "\n  ", "$", "${", "é", "<<: ", "---\n",
    ]
    var round = 0
    while fuzzing.goesOn(after: round) {
      round += 1
      let file = files[Int.random(in: 0..<files.count, using: &random)]
      var bytes = file.bytes
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
        if Bool.random(using: &random) { bytes.insert(contentsOf: piece.utf8, at: place) }
        if place < bytes.count, Bool.random(using: &random) { bytes.remove(at: place) }
      }
      for compatibility in Compatibility.allCases {
        let (spec, diagnostics) = StructureTestFile.read(
          SourceFile(file.id, bytes: bytes), StructureTestSettings(compatibility))
        let outcomes = spec.outcomes(in: ImageSearch(image), commands: [:])
        #expect(diagnostics.allSatisfy { $0.primary.range.end <= bytes.count })
        #expect(outcomes.allSatisfy { $0.origin.range.end <= bytes.count })
        // Nothing is green that says nothing.
        #expect(!outcomes.isEmpty || diagnostics.contains { $0.severity == .error })
      }
    }
  }
}

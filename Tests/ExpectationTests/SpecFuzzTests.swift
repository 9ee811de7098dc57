import Diagnostics
import Expectation
import Image
import Source
import Support
import Testing

@Suite struct SpecFuzzTests {
  @Test func `Reads and judges mutated specs without harm`() throws {
    let texts = try SpecCase.all().map { try $0.specBytes() }
    let fuzzing = Fuzzing(rounds: 400)
    var random = SplitMix(state: fuzzing.seed)
    var image = MemoryImage()
    image.add(file: "/etc/passwd", "root:x:0:0::/root:/bin/sh\n")
    image.add(file: "/opt/fx/text.txt", mode: 0o640, "alpha\nbeta = 42\n")
    var round = 0
    while fuzzing.goesOn(after: round) {
      round += 1
      var bytes = texts[Int.random(in: 0..<texts.count, using: &random)]
      for _ in 0..<Int.random(in: 1...8, using: &random) { Self.mutate(&bytes, &random) }
      let result = SpecFile.read(
        SourceFile(FileID("spec.yaml"), bytes: bytes), SpecContext(inputs: InputValues()) { _ in nil })
      let (spec, diagnostics) = (result.spec, result.diagnostics)
      let outcomes = spec.outcomes(in: ImageSearch(image), commands: [:])
      #expect(outcomes.count == spec.expectations.count)
      #expect(diagnostics.allSatisfy { $0.primary.range.end <= bytes.count })
      #expect(outcomes.allSatisfy { $0.origin.range.end <= bytes.count })
      #expect(!diagnostics.isEmpty || outcomes.contains { $0.verdict != .skipped })
    }
  }

  private static let pieces = [
    "[", "]", "{", "}", ": ", "- ", "&a ", "*a", "!", "/", "\\", "\"", "~", "\n  ", "not: ", "0", "é", "x-",
    "<<: ",
  ]

  private static func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes.insert(contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8, at: place)
    case 1: if place < bytes.count { bytes.remove(at: place) }
    case 2: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &random) }
    default:
      let end = min(bytes.count, place + Int.random(in: 0...30, using: &random))
      bytes.insert(contentsOf: Array(bytes[place..<end]), at: Int.random(in: 0...bytes.count, using: &random))
    }
  }
}

import Expectation
import Host
import Image
import Source
import Support
import Testing

@Suite struct DatabaseFuzzTests {
  @Test(arguments: ["berkeley", "native", "sqlite"])
  func `Reads damaged databases of rpm without harm`(store: String) throws {
    let folder = Repository.fixture("specs/packages-rpm-\(store)")
    let disk = Disk(workingDirectory: folder)
    let sound = try disk.read("database", limit: 1 << 20)
    let described = try ImageDescription.image("tree.txt", in: disk)
    let database = try #require(try described.entries(under: "/").value?.first { $0.kind == .file })
    let spec = SpecFile.read(
      SourceFile(FileID("spec.yaml"), bytes: Array("packages: {alpha: {installed: true}}".utf8))
    ).spec
    let fuzzing = Fuzzing(rounds: 300)
    var random = SplitMix(state: fuzzing.seed)
    var round = 0
    while fuzzing.goesOn(after: round) {
      round += 1
      var bytes = sound
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
      }
      if round % 4 == 0 { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
      var image = MemoryImage()
      image.add(database, content: bytes)
      let outcomes = spec.outcomes(in: ImageSearch(image), commands: [:])
      #expect(outcomes.allSatisfy { [.passed, .failed, .undecided].contains($0.verdict) })
    }
  }
}

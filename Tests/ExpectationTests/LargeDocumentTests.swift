import Expectation
import Image
import Source
import Support
import Testing

/// Documents with very many keys.
@Suite struct LargeDocumentTests {
  @Test func `No similar key is sought among very many, which would take seconds`() {
    let members = (0..<30_000).map { "\"key\($0)\": 1" }.joined(separator: ",")
    var image = MemoryImage()
    image.add(file: "/a.json", "{\(members)}")
    let spec = SpecFile.read(
      SourceFile(FileID("a.spec.yaml"), bytes: Array("files: {/a.json: {json: {kex7: 1, key7: 1}}}".utf8))
    ).spec
    let outcomes = spec.outcomes(in: ImageSearch(image), commands: [:])
    #expect(outcomes.map(\.verdict) == [.failed, .passed])
    #expect(outcomes.first?.message == "`/a.json` has no `kex7`: the document has 30000 keys")
  }
}

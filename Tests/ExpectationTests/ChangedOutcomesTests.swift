import Diagnostics
import Expectation
import Source
import Support
import Testing

/// A spec that is judged again, of which only a part can have changed.
@Suite struct ChangedOutcomesTests {
  @Test func `only what may have changed, and what that blocks, is judged again`() throws {
    let text = """
      files:
        /a: {contents: [x]}
        /b: {contents: [x]}
        /c: {contents: [x]}
        /d: {contents: [x], requires: "files:/b"}
      """
    let (spec, diagnostics) = SpecFile.read(SourceFile(FileID("s.spec.yaml"), bytes: Array(text.utf8)))
    try #require(diagnostics.isEmpty, "\(diagnostics.map(\.message))")
    let before = spec.outcomes(in: ImageSearch(Self.image("no")), commands: [:])
    let changing = Set(before.map(\.id).filter { $0.hasPrefix("files:/b:") })
    try #require(!changing.isEmpty, "\(before.map(\.id))")
    let after = spec.outcomes(
      in: ImageSearch(Self.image("x")), commands: [:], after: before, changing: changing)
    #expect(after.map(\.id) == before.map(\.id))
    let passed = after.filter { $0.verdict == .passed }.map(\.id)
    let others = before.filter { $0.verdict == .passed }.map(\.id)
    #expect(
      Set(passed).subtracting(others) == changing.union(before.filter { $0.verdict == .blocked }.map(\.id)))
    #expect(
      spec.outcomes(in: ImageSearch(Self.image("x")), commands: [:]).allSatisfy { $0.verdict == .passed })
  }

  private static func image(_ content: String) -> MemoryImage {
    var image = MemoryImage()
    for name in ["/a", "/b", "/c", "/d"] { image.add(file: name, content + "\n") }
    return image
  }
}

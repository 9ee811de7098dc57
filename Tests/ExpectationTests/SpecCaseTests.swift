import Support
import Testing

@Suite struct SpecCaseTests {
  @Test(arguments: try SpecCase.all())
  func `Judges as recorded`(example: SpecCase) async throws {
    try Golden.expect(try await example.report(), at: example.expectedPath)
  }
}

import Support
import Testing

@Suite struct SpecCaseTests {
  @Test(arguments: try SpecCase.all())
  func `Judges as recorded`(example: SpecCase) throws {
    try Golden.expect(try example.report(), at: example.expectedPath)
  }
}

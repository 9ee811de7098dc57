import Support
import Testing

/// Configurations, as lint obeys them and as it judges them.
@Suite struct ConfigurationCaseTests {
  @Test(arguments: try ConfigurationCase.all())
  func `Lint says what the case expects`(example: ConfigurationCase) async throws {
    try Golden.expect(try await example.report(), at: example.folder + "/expected.txt")
  }
}

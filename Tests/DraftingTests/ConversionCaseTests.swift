import Support
import Testing

@Suite struct ConversionCaseTests {
  @Test(arguments: try ConversionCase.all())
  func `Becomes what is recorded, and each dialect reads its own`(example: ConversionCase) throws {
    let report = example.report()
    #expect(!report.contains("NOT SOUND"))
    try Golden.expect(report, at: example.file.path + ".expected")
  }
}

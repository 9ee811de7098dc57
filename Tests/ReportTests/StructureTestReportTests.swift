import DataSyntax
import Expectation
import Report
import Support
import Testing

/// The reports of container-structure-test, of whatever dialect the assertions are.
@Suite struct StructureTestReportTests {
  @Test func `assertions of our own are tests`() throws {
    let record = try SampleRecord().record
    let text = String(decoding: ReportFormat.structureTestJUnit.write(record, .run), as: UTF8.self)
    let bad = record.assertions.count { !$0.verdict.isGreen }
    #expect(bad > 0 && bad < record.assertions.count)
    #expect(text.contains("<testsuites failures=\"\(bad)\" tests=\"\(record.assertions.count)\""), "\(text)")
    let plain = String(decoding: ReportFormat.structureTestText.write(record, .run), as: UTF8.self)
    #expect(plain.contains("Test file: machine.spec.yaml"))
    #expect(plain.hasSuffix("FAIL\n"))
  }

  @Test func `bytes are written as Go writes them`() throws {
    var record = try SampleRecord().record
    let result = StructureTestResult(
      place: .init(file: 0, test: 0), name: "Command Test: \u{8}\u{C}\u{7F}\u{2028}", errors: [],
      output: [0x61, 0xE2, 0x82, 0x28, 0xFF, 0xC3, 0xBC, 0x1B])
    let first = record.assertions[0]
    record.assertions = [
      Assertion(
        id: first.id, title: first.title, dialect: .cst, resource: first.resource, property: first.property,
        verdict: first.verdict, expected: first.expected, actual: first.actual, place: first.place,
        original: .structureTest(result))
    ]
    let text = String(decoding: ReportFormat.structureTestJSON.write(record, .run), as: UTF8.self)
    #expect(text.contains("Command Test: \\b\\f\u{7F}\\u2028\""), "\(text)")
    #expect(text.contains("\"Stdout\":\"a\\ufffd\\ufffd(\\ufffdü\\u001b\""), "\(text)")
  }
}

import DataSyntax
import Report
import Support
import Testing

@Suite struct ReportFormatTests {
  /// A form of the sample with the file that holds it.
  struct Form: Sendable, CustomTestStringConvertible {
    let format: ReportFormat
    let shape: ReportShape
    let file: String

    var testDescription: String { file }
  }

  static let forms = [
    Form(format: .text, shape: .run, file: "sample.txt"),
    Form(format: .json, shape: .lint, file: "lint.json"),
    Form(format: .json, shape: .verify, file: "verify.json"),
    Form(format: .json, shape: .run, file: "run.json"),
    Form(format: .github, shape: .run, file: "sample.github.txt"),
    Form(format: .junit, shape: .run, file: "sample.junit.xml"),
    Form(format: .gitlab, shape: .run, file: "sample.gitlab.json"),
    Form(format: .checkstyle, shape: .run, file: "sample.checkstyle.xml"),
    Form(format: .rdjson, shape: .run, file: "sample.rdjson.json"),
    Form(format: .html, shape: .run, file: "sample.html"),
    Form(format: .markdown, shape: .run, file: "sample.md"),
    Form(format: .tap, shape: .run, file: "sample.tap"),
  ]

  @Test("A record is written as the golden files show", arguments: forms)
  func golden(_ form: Form) throws {
    let bytes = form.format.write(try SampleRecord().record, form.shape, colored: false)
    try Golden.expect(String(decoding: bytes, as: UTF8.self), at: Repository.fixture("reports/\(form.file)"))
  }

  @Test(
    "An empty record can be written in every form",
    arguments: ReportFormat.allCases.filter { $0 != .gossSilent },
    ReportShape.allCases)
  func empty(_ format: ReportFormat, _ shape: ReportShape) {
    #expect(!format.write(RunRecord(tool: .init(version: "0.1.0")), shape, colored: true).isEmpty)
  }

  @Test("The order in which a record was filled does not show", arguments: ReportFormat.allCases)
  func orderDoesNotShow(_ format: ReportFormat) throws {
    let record = try SampleRecord().record
    var turned = record
    turned.findings.reverse()
    turned.assertions.reverse()
    #expect(format.write(turned, .run, colored: false) == format.write(record, .run, colored: false))
  }

  @Test("Only forms for a terminal are coloured, and only when told")
  func colours() throws {
    let record = try SampleRecord().record
    for format in ReportFormat.allCases {
      #expect(!format.write(record, .run, colored: false).contains(0x1B))
      let isForTerminals = [.text, .structureTestText].contains(format)
      #expect(format.write(record, .run, colored: true).contains(0x1B) == isForTerminals)
    }
  }
}

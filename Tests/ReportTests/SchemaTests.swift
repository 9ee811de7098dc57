import DataSyntax
import Report
import Source
import Support
import Testing

/// The machine-readable shapes are what `docs/schemas` says they are.
@Suite struct SchemaTests {
  private static func schema(_ name: String) throws -> DataNode {
    try JSONTree(CaseFolder.bytes(of: Repository.root + "/docs/schemas/\(name)-1.schema.json")).root
  }

  @Test("A record in each shape fits its schema", arguments: ReportShape.allCases)
  func records(_ shape: ReportShape) throws {
    let schema = try Self.schema(shape.rawValue)
    for record in [
      try SampleRecord().record, HostileTextTests.ordinaryDialects, RunRecord(tool: .init(version: "1")),
    ] {
      let document = JSONTree(ReportFormat.json.write(record, shape, colored: false)).root
      #expect(SchemaCheck.faults(of: document, by: schema) == [])
    }
  }

  @Test("A record of several runs fits its schema")
  func merged() throws {
    let first = try SampleRecord().record
    var second = first
    second.subject.templates = [.init(name: "other.json")]
    second.subject.images = []
    let merged = try #require(RunRecord.merged([first, second]))
    let document = JSONTree(ReportFormat.json.write(merged, .run, colored: false)).root
    #expect(document["subject"]?["template"]?.items.count == 2)
    #expect(SchemaCheck.faults(of: document, by: try Self.schema("run")) == [])
  }

  @Test(
    "What does not fit is said",
    arguments: [
      ("\"schema\": \"ovenproof/run/1\"", "\"schema\": \"ovenproof/run/2\""), ("\"findings\":", "\"found\":"),
      ("\"line\": 4", "\"line\": 0"), ("\"line\": 4", "\"line\": \"4\""),
      ("\"severity\": \"error\"", "\"severity\": \"bad\""),
      ("\"host\":", "\"place\":"), ("\"template\": {", "\"template\": [], \"x\": {"),
    ])
  func faults(_ change: (original: String, broken: String)) throws {
    let text = String(
      decoding: ReportFormat.json.write(try SampleRecord().record, .run, colored: false), as: UTF8.self)
    let place = try #require(text.firstRange(of: change.original))
    let broken = text[..<place.lowerBound] + change.broken + text[place.upperBound...]
    let document = JSONTree(Array(broken.utf8)).root
    #expect(SchemaCheck.faults(of: document, by: try Self.schema("run")) != [])
  }
}

extension HostileTextTests {
  /// The hostile record with the words that the shapes restrict to a few.
  static var ordinaryDialects: RunRecord {
    var record = record
    record.subject.specs = [.init(file: hostile, dialect: "goss", digest: hostile)]
    return record
  }
}

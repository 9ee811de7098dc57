import DataSyntax
import Diagnostics
import Source
import Support
import Testing

@testable import Report

@Suite struct SARIFReportTests {
  private static func describe(_ id: String) -> RuleText? {
    guard id.hasPrefix("packer/") else { return nil }
    return RuleText(
      id: id, severity: .warning, summary: "What \(id) reports.", reason: "Why it matters.",
      page: "# \(id)\nWhat it reports.\n\nWhy it matters.\n", tags: ["docker"])
  }

  @Test("A log has rules, regions, related places, fixes and suppressions")
  func golden() throws {
    let report = SARIFReport(try SampleRecord().record.sorted, .run, describe: Self.describe)
    try Golden.expect(
      String(decoding: report.bytes, as: UTF8.self), at: Repository.fixture("reports/sample.sarif"))
  }

  @Test("Every rule that a result names is described")
  func rules() throws {
    let bytes = SARIFReport(HostileTextTests.record, .run).bytes
    let run = try #require(JSONTree(bytes).root["runs"]?.items.first)
    let rules = try #require(run["tool"]?["driver"]?["rules"]).items.map { $0["id"]?.string }
    for result in try #require(run["results"]).items {
      let index = try #require(result["ruleIndex"]?.integer)
      #expect(rules[index] == result["ruleId"]?.string)
    }
  }

  @Test("Fingerprints differ between results and stay when lines move")
  func fingerprints() throws {
    let record = try SampleRecord().record
    var moved = record
    for index in moved.findings.indices { moved.findings[index].place.start.line += 7 }
    let marks = try Self.fingerprints(of: record)
    #expect(Set(marks).count == marks.count)
    #expect(try Self.fingerprints(of: moved) == marks)
  }

  @Test("Columns count units of UTF-16, for reviewdog bytes of UTF-8, also after a record was read back")
  func columns() throws {
    let file = SourceFile(FileID("m.json"), bytes: Array("{\"\u{1F373}é\": 1}\n".utf8))
    let diagnostic = Diagnostic("x/y", .error, "no", at: Location(file.id, ByteRange(10, 11)))
    var record = RunRecord(tool: .init(version: "1"))
    record.findings = [Finding(diagnostic, in: SourceSet([file]))]
    let read = RunRecord.read(ReportFormat.json.write(record, .run), file: "run.json").record
    for record in [record, try #require(read)] {
      let result = JSONTree(SARIFReport(record, .lint).bytes).root["runs"]?.items.first?["results"]?.items
        .first
      let region = result?["locations"]?.items.first?["physicalLocation"]?["region"]
      #expect(region?["startColumn"]?.integer == 8 && region?["endColumn"]?.integer == 9)
      let diagnostics = JSONTree(ReportFormat.rdjson.write(record, .lint)).root["diagnostics"]
      let range = diagnostics?.items.first?["location"]?["range"]
      #expect(range?["start"]?["column"]?.integer == 11 && range?["end"]?["column"]?.integer == 12)
    }
  }

  @Test("A fix of several edits is whole in a log, and no suggestion to reviewdog")
  func severalEdits() throws {
    var record = try SampleRecord().record
    let index = try #require(record.findings.firstIndex { $0.fix != nil })
    let edit = try #require(record.findings[index].fix?.edits.first)
    #expect(try Self.suggestions(of: record.findings[index]) == 1)
    record.findings[index].fix = .init(safety: .unsafe, edits: [edit, edit])
    #expect(try Self.suggestions(of: record.findings[index]) == 0)
    let fixes = JSONTree(SARIFReport(record, .lint).bytes).root["runs"]?.items.first?["results"]?.items
      .compactMap { $0["fixes"]?.items.first?["artifactChanges"]?.items.first?["replacements"]?.items.count }
    #expect(fixes == [2])
  }

  private static func suggestions(of finding: Finding) throws -> Int {
    var record = RunRecord(tool: .init(version: "1"))
    record.findings = [finding]
    let diagnostic = try #require(
      JSONTree(ReportFormat.rdjson.write(record, .lint)).root["diagnostics"]?.items.first)
    let suggestions = diagnostic["suggestions"]?.items.count ?? 0
    #expect(
      (diagnostic["message"]?.string?.contains("`ovenproof lint --fix --unsafe-fixes` mends it") == true)
        == (suggestions == 0))
    return suggestions
  }

  @Test("Of too many results the least grave are left out, and that is said")
  func tooMany() throws {
    var record = RunRecord(tool: .init(version: "1"))
    let place = Place(
      file: "m.json", start: .init(line: 1, column: 1, offset: 0), end: .init(line: 1, column: 2, offset: 1),
      snippet: "x")
    record.findings = (0..<25_010).map { index in
      Finding(rule: "x/y", severity: index < 20 ? .info : .error, message: "m\(index)", place: place)
    }
    let run = try #require(JSONTree(SARIFReport(record, .lint).bytes).root["runs"]?.items.first)
    let levels = try #require(run["results"]).items.map { $0["level"]?.string }
    #expect(levels.count == 25_000 && levels.count { $0 == "note" } == 10)
    let notes = run["invocations"]?.items.first?["toolExecutionNotifications"]?.items
    #expect(notes?.first?["message"]?["text"]?.string?.hasPrefix("10 more results") == true)
  }

  private static func fingerprints(of record: RunRecord) throws -> [String] {
    let run = try #require(JSONTree(SARIFReport(record, .run).bytes).root["runs"]?.items.first)
    return try #require(run["results"]).items.compactMap {
      $0["partialFingerprints"]?["primaryLocationLineHash"]?.string
    }
  }

  @Test(
    "Paths are written as URIs",
    arguments: zip(
      ["machine.json", "a b/c#d?.json", "ä%.json", "x:y", "../up.json", "/tmp/a b.json"],
      [
        "machine.json", "a%20b/c%23d%3F.json", "%C3%A4%25.json", "x%3Ay", "../up.json",
        "file:///tmp/a%20b.json",
      ]))
  func paths(_ path: String, _ uri: String) { #expect(SARIFLocation.uri(of: path) == uri) }
}

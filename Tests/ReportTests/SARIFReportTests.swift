import DataSyntax
import Diagnostics
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
    let report = SARIFReport(try SampleRecord().record.sorted, describe: Self.describe)
    try Golden.expect(
      String(decoding: report.bytes, as: UTF8.self), at: Repository.fixture("reports/sample.sarif"))
  }

  @Test("Every rule that a result names is described")
  func rules() throws {
    let bytes = SARIFReport(HostileTextTests.record).bytes
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

  private static func fingerprints(of record: RunRecord) throws -> [String] {
    let run = try #require(JSONTree(SARIFReport(record).bytes).root["runs"]?.items.first)
    return try #require(run["results"]).items.compactMap {
      $0["partialFingerprints"]?["primaryLocationLineHash"]?.string
    }
  }

  @Test(
    "Paths are written as URIs",
    arguments: zip(
      ["machine.json", "a b/c#d?.json", "ä%.json", "x:y"],
      ["machine.json", "a%20b/c%23d%3F.json", "%C3%A4%25.json", "x%3Ay"]))
  func paths(_ path: String, _ uri: String) { #expect(SARIFLocation.uri(of: path) == uri) }
}

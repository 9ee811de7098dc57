import DataSyntax
import Report
import Support
import Testing

@Suite struct PlanReportTests {
  @Test("A plan for people and for programs is as the golden files show")
  func golden() throws {
    let sample = try SamplePlan()
    try Golden.expect(
      PlanText(sample.plan, sources: sample.sources, detail: .everyCommand).text,
      at: Repository.fixture("reports/plan.txt"))
    let document = PlanJSON(sample.plan, sources: sample.sources).document
    try Golden.expect(
      String(decoding: document.indented, as: UTF8.self), at: Repository.fixture("reports/plan.json"))
  }

  @Test("A plan fits its schema")
  func schema() throws {
    let sample = try SamplePlan()
    let schema = try CaseFolder.bytes(of: Repository.root + "/docs/schemas/plan-1.schema.json")
    let document = JSONTree(PlanJSON(sample.plan, sources: sample.sources).document.compact).root
    #expect(SchemaCheck.faults(of: document, by: JSONTree(schema).root) == [])
  }

  @Test("Neither form shows a secret or steers a terminal")
  func secrets() throws {
    let sample = try SamplePlan()
    let text = PlanText(sample.plan, sources: sample.sources, detail: .everyCommand).text
    let json = String(
      decoding: PlanJSON(sample.plan, sources: sample.sources).document.indented, as: UTF8.self)
    #expect(!text.contains("hunter2") && text.contains("<sensitive:password>"))
    #expect(!json.contains("hunter2"))
    #expect(!text.unicodeScalars.contains("\u{1B}"))
  }
}

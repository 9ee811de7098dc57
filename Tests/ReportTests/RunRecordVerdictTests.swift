import Diagnostics
import Expectation
import Report
import Testing

@Suite struct RunRecordVerdictTests {
  private static let place = Place(
    file: "f", start: .init(line: 1, column: 1, offset: 0), end: .init(line: 1, column: 1, offset: 0),
    snippet: "")

  private static func record(
    findings: [Severity] = [], threshold: Severity = .error, builds: [BuildRecord.Verdict] = [],
    assertions: [Outcome.Verdict] = []
  ) -> RunRecord {
    var record = RunRecord(tool: .init(version: "1"), threshold: threshold)
    record.findings = findings.map { Finding(rule: "a/b", severity: $0, message: "m", place: place) }
    record.builds = builds.map { BuildRecord(name: "b", verdict: $0, steps: []) }
    record.assertions = assertions.map {
      Assertion(
        id: "i", title: "t", dialect: .ovenproof, resource: "r", property: "p", verdict: $0, expected: "",
        actual: "",
        place: place)
    }
    return record
  }

  @Test("Findings fail a run from the threshold on")
  func findings() {
    #expect(Self.record(findings: [.warning, .info]).verdict == .passed)
    #expect(Self.record(findings: [.warning], threshold: .warning).verdict == .failed)
    #expect(Self.record(findings: [.error]).verdict == .failed)
  }

  @Test("A build that failed or was held back fails a run; one for elsewhere does not")
  func builds() {
    #expect(Self.record(builds: [.done, .failed]).verdict == .failed)
    #expect(Self.record(builds: [.blocked]).verdict == .failed)
    #expect(Self.record(builds: [.done, .notRun]).verdict == .passed)
    #expect(Self.record(builds: [.notRun]).verdict == .undecided)
    #expect(Self.record(builds: [.blocked], assertions: [.undecided]).verdict == .undecided)
    #expect(Self.record(builds: [.blocked], assertions: [.failed]).verdict == .failed)
  }

  @Test("A spec that came to nothing fails a run")
  func nothing() {
    var record = Self.record(assertions: [.notApplicable, .skipped])
    record.subject.specs = [.init(file: "a.spec.yaml", dialect: "ovenproof", digest: "x")]
    #expect(record.verdict == .failed && record.judgesNothing)
    record.assertions += Self.record(assertions: [.passed]).assertions
    #expect(record.verdict == .passed)
    record.assertions[0] = record.assertions[0].moved(on: "another")
    #expect(record.verdict == .failed)
    record.assertions = []
    #expect(record.verdict == .failed)
  }

  @Test(
    "A run is green only where every assertion is",
    arguments: zip(
      Outcome.Verdict.allCases,
      [.passed, .failed, .passed, .undecided, .passed, .undecided, .undecided, .passed, .undecided]
        as [RunRecord.Verdict]))
  func assertions(_ verdict: Outcome.Verdict, _ expected: RunRecord.Verdict) {
    #expect(Self.record(assertions: [.passed, verdict]).verdict == expected)
  }
}

import Diagnostics
import Expectation
import Report
import Testing

/// The counts of assertions at the head of a page.
@Suite struct AssertionCountTests {
  private static let place = Place(
    file: "f", start: .init(line: 1, column: 1, offset: 0), end: .init(line: 1, column: 1, offset: 0),
    snippet: "")

  private static func assertion(_ verdict: Outcome.Verdict, _ severity: Severity) -> Assertion {
    Assertion(
      id: "i", title: "t", dialect: .ovenproof, resource: "r", property: "p", verdict: verdict,
      severity: severity, expected: "", actual: "", place: place)
  }

  @Test func `A page counts in its parts what its head says`() {
    var record = RunRecord(tool: .init(version: "1"))
    record.assertions = [
      Self.assertion(.passed, .warning), Self.assertion(.failed, .error), Self.assertion(.failed, .error),
      Self.assertion(.failed, .warning), Self.assertion(.undecided, .info),
    ]
    let page = String(decoding: ReportFormat.html.write(record, .run), as: UTF8.self)
    #expect(
      page.contains(
        "1 of 5 assertions passed, 2 failed, 1 failed (warning), 1 undecided (info)."), "\(page)")
    for badge in [
      #"<span class="badge good"><span aria-hidden="true">✓</span> 1 passed</span>"#,
      #"<span class="badge bad"><span aria-hidden="true">✗</span> 2 failed</span>"#,
      #"<span class="badge doubtful"><span aria-hidden="true">!</span> 1 failed (warning)</span>"#,
      #"<span class="badge doubtful"><span aria-hidden="true">!</span> 1 undecided (info)</span>"#,
    ] {
      #expect(page.contains(badge), "\(badge)")
    }
  }
}

import Expectation

/// The report that container-structure-test writes as JUnit XML, on one line.
struct StructureTestJUnit {
  private let run: StructureTestRun

  init(_ record: RunRecord) { run = StructureTestRun(record) }

  var bytes: [UInt8] {
    let cases = run.results.map(Self.element).joined()
    let counts =
      "failures=\"\(run.failures)\" tests=\"\(run.results.count)\" time=\"\(Self.seconds(run.duration))\""
    let suite = "<testsuite name=\"container-structure-test.test\">\(cases)</testsuite>"
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    return Array("\(head)<testsuites \(counts)>\(suite)</testsuites>\n".utf8)
  }

  private static func element(_ result: StructureTestResult) -> String {
    let failures = result.errors.map { "<failure>\(GoXML.escaped($0))</failure>" }.joined()
    let head = "<testcase name=\"\(GoXML.escaped(result.name))\" time=\"\(seconds(result.duration))\">"
    return head + failures + "</testcase>"
  }

  private static func seconds(_ nanoseconds: Int) -> String {
    let text = "\(Double(nanoseconds) / 1e9)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

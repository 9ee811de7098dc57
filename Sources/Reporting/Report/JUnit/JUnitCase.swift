import Diagnostics
import Expectation

/// A test case of a JUnit report.
struct JUnitCase {
  /// What became of it.
  enum Result {
    case passed
    case skipped(String)
    /// It is not as it should be, and does not fail the run.
    case tolerated(String)
    case failure(type: String, message: String, text: String)
    case error(type: String, message: String, text: String)
  }

  let group: String
  var name: String
  let seconds: Seconds
  let result: Result

  /// Whether it is skipped to JUnit, which knows no cases that are tolerated.
  var isSkipped: Bool {
    switch result {
    case .skipped, .tolerated: true
    case .passed, .failure, .error: false
    }
  }

  /// A finding at or above the threshold is a failure; a lesser or allowed one is tolerated, with its words.
  init(_ finding: Finding, threshold: Severity) {
    group = finding.place.file
    name = "\(finding.rule) at \(finding.place.start.line):\(finding.place.start.column)"
    seconds = Seconds(0)
    let message = "\(finding.severity.rawValue): \(finding.message)"
    if let exception = finding.exception {
      result = .tolerated("allowed: \(exception.reason) (\(message))")
    } else if finding.severity >= threshold {
      result = .failure(
        type: finding.rule, message: message, text: FindingText(finding, .plain).lines.joined(separator: "\n")
      )
    } else {
      result = .tolerated(message)
    }
  }

  init(_ step: StepRecord, of build: BuildRecord, in run: RunRecord.Run) {
    group = [build.template, build.name].compactMap { $0 }.joined(separator: " ")
    name = "\(step.id) \(step.title)"
    seconds = Seconds(run.durations[build.durationName(of: step)] ?? 0)
    switch step.verdict {
    case .done, .cached: result = .passed
    case .skipped, .notRun:
      result = .skipped([step.verdict.words, step.message].compactMap { $0 }.joined(separator: ": "))
    case .failed, .blocked:
      let why = step.message ?? step.exitCode.map { "exit code \($0)" } ?? step.verdict.words
      result = .failure(
        type: step.verdict.rawValue, message: why,
        text: (["\(step.origin.words): \(why)"] + step.tail).joined(separator: "\n"))
    }
  }

  /// What fails below the threshold is tolerated, with its words.
  init(_ assertion: Assertion, threshold: Severity) {
    group = [assertion.place.file, assertion.image].compactMap { $0 }.joined(separator: " ")
    name = assertion.title
    seconds = Seconds(0)
    let (verdict, words) = (assertion.verdict, assertion.verdict.words)
    let message = assertion.message.isEmpty ? words : assertion.message
    let text = AssertionText(assertion, .plain).lines.joined(separator: "\n")
    guard verdict.isGreen || verdict.counts(assertion.severity, from: threshold) else {
      result = .tolerated("\(assertion.words): \(message)")
      return
    }
    switch verdict {
    case .passed: result = .passed
    case .skipped, .notApplicable, .waived:
      let reason = assertion.message.isEmpty ? words : "\(words): \(assertion.message)"
      result = verdict == .waived ? .tolerated(reason) : .skipped(reason)
    case .failed: result = .failure(type: verdict.rawValue, message: message, text: text)
    case .blocked, .notReviewed, .undecided, .error:
      result = .error(type: verdict.rawValue, message: "\(words): \(message)", text: text)
    }
  }

  /// A case for a part of the run in which nothing was found.
  init(passed name: String, in group: String) {
    self.group = group
    self.name = name
    seconds = Seconds(0)
    result = .passed
  }

  /// Writes the case.
  func write(to xml: inout XMLText) {
    let attributes = [("classname", group), ("name", name), ("time", seconds.fixed)]
    switch result {
    case .passed: xml.element("testcase", attributes)
    case .skipped(let message), .tolerated(let message):
      xml.element("testcase", attributes) { $0.element("skipped", [("message", message)]) }
    case .failure(let type, let message, let text):
      xml.element("testcase", attributes) {
        $0.element("failure", [("message", message), ("type", type)], text: text)
      }
    case .error(let type, let message, let text):
      xml.element("testcase", attributes) {
        $0.element("error", [("message", message), ("type", type)], text: text)
      }
    }
  }
}

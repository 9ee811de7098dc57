import DataSyntax
import Diagnostics

/// The report as lines of the Test Anything Protocol, version 13: the cases of JUnit, a line each.
struct TAPReport {
  private let record: RunRecord

  init(_ record: RunRecord) { self.record = record }

  var bytes: [UInt8] {
    let cases = JUnitReport(record).suites.flatMap(\.cases)
    let sentence = Self.words(Summary(record).sentence)
    // A plan without tests is one that was skipped.
    let plan = cases.isEmpty ? "1..0 # SKIP \(sentence)" : "1..\(cases.count)"
    var lines = ["TAP version 13", plan]
    for (index, test) in cases.enumerated() { lines += Self.lines(of: test, number: index + 1) }
    if !cases.isEmpty { lines.append("# \(sentence)") }
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  private static func lines(of test: JUnitCase, number: Int) -> [String] {
    let name = "\(number) - \(words("\(test.group): \(test.name)"))"
    switch test.result {
    case .passed: return ["ok \(name)"]
    case .skipped(let reason): return ["ok \(name) # SKIP \(words(reason))"]
    // What is yet to be done does not fail the run either; readers take the word in any case.
    case .tolerated(let reason): return ["not ok \(name) # todo \(words(reason))"]
    case .failure(_, let message, let text):
      return ["not ok \(name)"] + details("fail", message, text)
    case .error(_, let message, let text):
      return ["not ok \(name)"] + details("error", message, text)
    }
  }

  /// Perl's reader refuses longer texts in quotes; the whole stands below.
  private static let longestMessage = 1000

  /// What is said below a test, in YAML.
  private static func details(_ severity: String, _ message: String, _ text: String) -> [String] {
    let shown = VisibleText.line(message).cut(to: longestMessage)
    let quoted = String(decoding: JSONText.string(shown).compact, as: UTF8.self)
    return ["  ---", "  message: \(quoted)", "  severity: \(severity)", "  data: |"]
      + VisibleText.lines(text).map { $0.isEmpty ? "" : "    \($0)" } + ["  ..."]
  }

  /// A text within a line, in which a number sign would begin a directive.
  private static func words(_ text: String) -> String {
    var escaped = ""
    for scalar in VisibleText.line(text).unicodeScalars {
      if scalar == "\\" || scalar == "#" { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}

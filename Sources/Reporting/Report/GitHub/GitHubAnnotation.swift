import Diagnostics
import Expectation

/// One workflow command: `::error file=machine.json,line=12,col=5::message`.
struct GitHubAnnotation {
  /// What GitHub calls the severities.
  enum Kind: String, CaseIterable {
    case error, warning, notice
  }

  private enum Part { case property, message }

  let kind: Kind
  private let title: String
  private let place: Place
  private let text: [String]

  init(_ finding: Finding) {
    kind = Self.kind(of: finding.severity)
    title = finding.rule
    place = finding.place
    text = [finding.message] + finding.remarks.map { "\($0.name): \($0.text)" }
  }

  init(_ step: StepRecord, of build: BuildRecord) {
    kind = .error
    title = "build \(build.name)"
    place = step.origin
    let why = step.message ?? step.exitCode.map { "it ended with exit code \($0)" } ?? "it failed"
    text = ["\(step.title): \(why)"] + step.tail.suffix(10)
  }

  init(_ assertion: Assertion) {
    kind = Self.kind(of: assertion.problem)
    title = "\(assertion.verdict.words): \(assertion.id)"
    place = assertion.place
    text =
      [assertion.title, assertion.message].filter { !$0.isEmpty }
      + assertion.facts.map { "\($0.name): \($0.text)" } + assertion.evidence
  }

  private static func kind(of severity: Severity) -> Kind {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .info: .notice
    }
  }

  /// The command.
  var command: String {
    let properties = Self.properties(of: place) + [("title", title)]
    let written = properties.map { "\($0.0)=\(Self.escaped($0.1, in: .property))" }.joined(separator: ",")
    return "::\(kind.rawValue) \(written)::\(Self.escaped(text.joined(separator: "\n"), in: .message))"
  }

  /// The place in GitHub's terms. It takes columns only where a place ends on the line on which it begins, and shows what
  /// stands in no file with the run.
  private static func properties(of place: Place) -> [(String, String)] {
    guard place.isOfFile else { return [] }
    let line = [("file", place.file), ("line", String(place.start.line))]
    guard place.end.line == place.start.line else { return line + [("endLine", String(place.end.line))] }
    let column = [("col", String(place.start.column))]
    guard place.end.column > place.start.column else { return line + column }
    return line + column + [("endColumn", String(place.end.column))]
  }

  /// The same for people, in a form that GitHub never takes for a command.
  var line: String {
    VisibleText.logLine("  \(place.words): \(kind.rawValue): \(title): \(text.first ?? "")")
  }

  /// Percent signs and line ends, and in properties colons and commas, stand for themselves only when escaped.
  private static func escaped(_ text: String, in part: Part) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case ":" where part == .property: escaped += "%3A"
      case "," where part == .property: escaped += "%2C"
      default: escaped.unicodeScalars.append(scalar == "\t" ? scalar : VisibleText.sign(of: scalar))
      }
    }
    return escaped
  }
}

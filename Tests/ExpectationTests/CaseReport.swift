import Diagnostics
import Expectation
import Source

/// Writes what the judge says in a form that is easy to read in a difference.
struct CaseReport {
  let files: SourceSet
  /// The spec itself, whose places stand without a name.
  let main: FileID

  func text(_ diagnostic: Diagnostic) -> String {
    var lines = ["\(diagnostic.rule) \(place(diagnostic.primary)): \(diagnostic.message)"]
    diagnostic.help.map { lines.append("    help: \($0)") }
    lines += diagnostic.labels.map { "    \(place($0.location)): \($0.message)" }
    lines += diagnostic.fixes.flatMap(\.edits).map { "    fix: \(place($0.location)) -> `\($0.text)`" }
    return lines.map { $0 + "\n" }.joined()
  }

  func text(_ outcome: Outcome) -> String {
    var lines = ["\(outcome.verdict.rawValue): \(outcome.title)"]
    guard outcome.verdict != .passed else { return lines[0] + "\n" }
    lines.append("    \(outcome.id) \(place(outcome.origin))")
    lines.append("    \(outcome.message)")
    if outcome.verdict == .failed {
      lines.append("    expected: \(outcome.expected)")
      lines.append("    actual:   \(outcome.actual)")
    }
    lines += outcome.evidence.map { "    | \($0)" }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Line, column and text of a place.
  private func place(_ location: Location) -> String {
    guard let file = files[location.file] else { return "\(location.file): unread" }
    let position = file.position(at: location.range.start)
    let text = String(decoding: file.bytes[location.range.indices], as: UTF8.self)
    let first = text.split(separator: "\n", maxSplits: 1).first.map(String.init) ?? ""
    return (location.file == main ? "" : "\(location.file):")
      + "\(position.line):\(position.column) `\(first)`"
  }
}

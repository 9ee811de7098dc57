import Diagnostics

/// The report as the Markdown of a job's summary page on GitHub: the verdict, and a table of what is not well.
package struct StepSummary {
  /// A summary beyond a megabyte is refused.
  private static let mostRows = 200

  private let record: RunRecord

  package init(_ record: RunRecord) { self.record = record }

  /// The Markdown, with a line feed at its end.
  package var bytes: [UInt8] {
    let problems = Problem.all(in: record)
    let ordered = Severity.allCases.reversed().flatMap { severity in
      problems.filter { $0.severity == severity }
    }
    var lines = ["### ovenproof: \(Self.cell(Summary(record).sentence))", ""]
    if !ordered.isEmpty {
      lines += ["| | place | what | rule |", "|---|---|---|---|"]
      lines += ordered.prefix(Self.mostRows).map(Self.row)
      if ordered.count > Self.mostRows { lines += ["", "… and \(ordered.count - Self.mostRows) more"] }
      lines.append("")
    }
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  private static func row(_ problem: Problem) -> String {
    let rule = problem.rule.contains("`") ? cell(problem.rule) : cell("`\(problem.rule)`")
    return
      "| \(problem.severity.rawValue) | \(cell(problem.place.words)) | \(cell(problem.headline)) | \(rule) |"
  }

  /// A sentence as a cell of a table: names in backticks are code, and nothing else is markup.
  private static func cell(_ sentence: String) -> String {
    let parts = VisibleText.line(sentence.cut(to: 500)).split(
      separator: "`", omittingEmptySubsequences: false)
    var text = ""
    for (index, part) in parts.enumerated() {
      if index % 2 == 1, index + 1 < parts.count, !part.isEmpty {
        text += "`" + escaped(part, ["|"]) + "`"
      } else {
        text += (index % 2 == 1 ? "\\`" : "") + escaped(part, Self.marks)
        if index % 2 == 1, index + 1 < parts.count { text += "\\`" }
      }
    }
    return text
  }

  private static let marks: Set<Unicode.Scalar> = [
    "|", "\\", "<", ">", "*", "_", "[", "]", "#", "~", "&", "@",
  ]

  private static func escaped(_ text: some StringProtocol, _ marks: Set<Unicode.Scalar>) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if marks.contains(scalar) { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}

import Diagnostics

/// A finding for a terminal: its first line makes sense alone, then the source with carets, help and callers.
struct FindingText {
  private let finding: Finding
  private let palette: Palette

  init(_ finding: Finding, _ palette: Palette) {
    self.finding = finding
    self.palette = palette
  }

  var lines: [String] {
    let severity =
      palette.paint(
        "\(finding.severity.rawValue)[\(VisibleText.line(finding.rule))]", finding.severity.tone)
      + (finding.fix?.safety == .safe ? " [*]" : "")
    let message = palette.paint(VisibleText.line(finding.message), .strong)
    let head = "\(palette.paint(VisibleText.line(finding.place.words), .strong)): \(severity): \(message)"
    return [head] + source + finding.remarks.flatMap { remark in drawing.rows("=", remark.name, remark.text) }
  }

  /// The line of the finding with those of its labels: those of the same file in their order, then the others.
  private var source: [String] {
    let near = finding.labels.filter { $0.place.file == finding.place.file }
    let far = finding.labels.filter { $0.place.file != finding.place.file }
    var lines: [String] = []
    var last: Int?
    for group in SnippetLine.lines(of: finding.place, finding.severity.tone, near) {
      if let last, group.number > last + 1 { lines.append(drawing.gap) }
      lines += drawing.rows(group)
      last = group.number
    }
    for label in far {
      lines.append(drawing.row(":::", VisibleText.line(label.place.words)))
      lines += SnippetLine.lines(of: label.place, .frame, message: label.text).flatMap(drawing.rows)
    }
    return lines
  }

  private var drawing: SnippetDrawing {
    let places = [finding.place] + finding.labels.map(\.place)
    return SnippetDrawing(palette, largestLine: places.map(\.start.line).max() ?? 1)
  }
}

extension Finding {
  /// What is said below the source: help, notes, the callers, why it is allowed.
  var remarks: [(name: String, text: String)] {
    var remarks: [(name: String, text: String)] = []
    if let help { remarks.append(("help", help)) }
    remarks += notes.map { ("note", $0) }
    remarks += chain.map { ("from", "\($0.text) (\($0.place.words))") }
    if let exception { remarks.append(("allowed", exception.reason)) }
    return remarks
  }
}

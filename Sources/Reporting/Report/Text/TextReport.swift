import Diagnostics

/// The report for a terminal: what is wrong at length, what is well in brief, one line at the end.
struct TextReport {
  private let record: RunRecord
  private let palette: Palette
  private let detail: TextDetail

  init(_ record: RunRecord, _ palette: Palette, _ detail: TextDetail) {
    self.record = record
    self.palette = palette
    self.detail = detail
  }

  var bytes: [UInt8] { Array(lines.map { $0 + "\n" }.joined().utf8) }

  private var lines: [String] {
    var lines: [String] = []
    for finding in record.findings { lines += FindingText(finding, palette).lines + [""] }
    for build in record.builds { lines += BuildText(build, record.run, palette).lines }
    if !record.builds.isEmpty { lines.append("") }
    for assertion in record.assertions where assertion.verdict.isToldAtLength {
      lines += AssertionText(assertion, palette, detail).lines + [""]
    }
    lines.append(palette.paint(Summary(record).sentence, record.verdict.tone))
    return lines + (Summary(record).mending.map { [$0] } ?? [])
  }
}

extension RunRecord.Verdict {
  /// The tone in which a verdict is shown.
  var tone: Palette.Tone {
    switch self {
    case .passed: .good
    case .failed: .error
    case .undecided: .warning
    }
  }
}

import Diagnostics
import Expectation

/// An assertion for a terminal: the line of the spec that asked, what it expects and what is there.
struct AssertionText {
  private let assertion: Assertion
  /// What lists all its places as evidence, and how many of them a brief report shows.
  private static let (listing, shownCount) = ("secrets", 10)

  private let palette: Palette
  private let detail: TextDetail

  init(_ assertion: Assertion, _ palette: Palette, _ detail: TextDetail = .full) {
    self.assertion = assertion
    self.palette = palette
    self.detail = detail
  }

  var lines: [String] {
    let tone = assertion.tone
    let image = assertion.image.map { " (\($0))" } ?? ""
    let head =
      palette.paint(VisibleText.line(assertion.place.words), .strong) + ": "
      + palette.paint(assertion.words, tone) + ": "
      + palette.paint(VisibleText.line(assertion.title + image), .strong)
    let drawing = SnippetDrawing(palette, largestLine: assertion.place.start.line)
    let source = SnippetLine.lines(of: assertion.place, tone, message: assertion.message)
    let message =
      source.isEmpty && !assertion.message.isEmpty ? drawing.rows("=", "because", assertion.message) : []
    return [head] + source.flatMap(drawing.rows) + message
      + facts(drawing)
      + evidence.flatMap { VisibleText.lines($0) }.map { drawing.row("|", $0) }
  }

  private var evidence: [String] {
    let all = assertion.evidence
    guard detail == .brief, assertion.resource == Self.listing, all.count > Self.shownCount else {
      return all
    }
    return all.prefix(Self.shownCount) + [
      "… and \(all.count - Self.shownCount) more, which `--verbose` shows"
    ]
  }

  /// Expected and actual value, one below the other.
  private func facts(_ drawing: SnippetDrawing) -> [String] {
    assertion.facts.flatMap { fact in
      drawing.rows("=", fact.name == "actual" ? "  actual" : fact.name, fact.text)
    }
  }
}

extension Assertion {
  /// The tone in which it is shown.
  var tone: Palette.Tone { verdict.tone == .error && severity < .error ? .warning : verdict.tone }

  /// What was expected and what was found, where either is known.
  var facts: [(name: String, text: String)] {
    [("expected", expected), ("actual", actual)].filter { !$0.1.isEmpty }
  }
}

extension Outcome.Verdict {
  /// Whether people need to read about it.
  var isToldAtLength: Bool {
    switch self {
    case .passed, .skipped, .notApplicable, .waived: false
    case .failed, .blocked, .notReviewed, .undecided, .error: true
    }
  }

  /// The verdict as people read it.
  var words: String {
    switch self {
    case .notApplicable: "not applicable"
    case .notReviewed: "not reviewed"
    default: rawValue
    }
  }

  var tone: Palette.Tone {
    switch self {
    case .passed, .skipped, .notApplicable, .waived: .good
    case .failed, .error: .error
    case .blocked, .notReviewed, .undecided: .warning
    }
  }
}

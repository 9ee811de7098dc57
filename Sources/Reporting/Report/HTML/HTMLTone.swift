import Diagnostics
import Expectation

/// How something came out: its class in the style sheet, and a sign beside the word, since colour alone says nothing.
enum HTMLTone: String {
  case good, bad, doubtful, neutral

  var sign: String {
    switch self {
    case .good: "✓"
    case .bad: "✗"
    case .doubtful: "!"
    case .neutral: "–"
    }
  }

  init(_ severity: Severity) {
    self =
      switch severity {
      case .error: .bad
      case .warning: .doubtful
      case .info: .neutral
      }
  }

  init(_ verdict: RunRecord.Verdict) {
    self =
      switch verdict {
      case .passed: .good
      case .failed: .bad
      case .undecided: .doubtful
      }
  }

  init(_ verdict: BuildRecord.Verdict) {
    self =
      switch verdict {
      case .done, .cached: .good
      case .failed, .blocked: .bad
      case .skipped, .notRun: .neutral
      }
  }

  init(_ assertion: Assertion) {
    let tone = HTMLTone(assertion.verdict)
    self = tone == .bad && assertion.severity < .error ? .doubtful : tone
  }

  init(_ verdict: Outcome.Verdict) {
    self =
      switch verdict {
      case .passed: .good
      case .failed, .error: .bad
      case .blocked, .notReviewed, .undecided, .waived: .doubtful
      case .skipped, .notApplicable: .neutral
      }
  }
}

extension HTMLText {
  /// A word with the sign of its tone.
  mutating func badge(_ tone: HTMLTone, _ word: String) {
    element("span", [("class", "badge \(tone.rawValue)")]) { html in
      html.element("span", [("aria-hidden", "true")], text: tone.sign)
      html.write(" \(word)")
    }
  }

  /// A name or a place in fixed width.
  mutating func code(_ text: String) { element("code", text: text) }

  /// A digest, never cut.
  mutating func digest(_ digest: String?) {
    if let digest { element("code", [("class", "digest")], text: digest) }
  }
}

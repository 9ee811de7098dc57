import Diagnostics
import Expectation

/// The head of the page: the verdict, and the counts with links to what they count.
struct HTMLOpening {
  private let record: RunRecord
  private let summary: Summary

  init(_ record: RunRecord) {
    self.record = record
    summary = Summary(record)
  }

  func write(to html: inout HTMLText) {
    let tone = HTMLTone(record.verdict)
    html.element("header", [("class", tone.rawValue)]) { html in
      html.element("p", [("class", "product")], text: "Ovenproof report")
      html.element("h1") { html in
        html.element("span", [("class", "sign"), ("aria-hidden", "true")], text: tone.sign)
        html.write(record.verdict.title)
        if let subject { html.element("span", [("class", "of")], text: " \(subject)") }
      }
      html.element("p", [("class", "lead")], text: summary.words + ".")
      html.element("nav", [("aria-label", "Parts of the report")]) { html in
        html.element("ul", [("class", "tiles")]) { html in
          findings(&html)
          builds(&html)
          assertions(&html)
        }
      }
    }
  }

  /// The one template or image that the run was about.
  private var subject: String? {
    let names = record.subject.templates.isEmpty ? record.subject.images : record.subject.templates
    return names.count == 1 ? names[0].name : nil
  }

  private func findings(_ html: inout HTMLText) {
    guard summary.findings != nil else { return }
    let parts = Severity.allCases.reversed().map { severity in
      let count = record.count(of: severity)
      return (HTMLTone(severity), count, severity.rawValue + (count == 1 ? "" : "s"))
    }
    let files = record.fileCount == 1 ? "1 file" : "\(record.fileCount) files"
    tile("findings", "Findings", "in \(files)", parts, &html)
  }

  private func builds(_ html: inout HTMLText) {
    guard !record.builds.isEmpty else { return }
    let parts = BuildRecord.Verdict.allCases.map { verdict in
      (HTMLTone(verdict), record.builds.count { $0.verdict == verdict }, verdict.words)
    }
    tile("builds", "Builds", "\(record.builds.count) in all", parts, &html)
  }

  private func assertions(_ html: inout HTMLText) {
    guard !record.assertions.isEmpty else { return }
    let parts = Outcome.Verdict.allCases.flatMap { verdict -> [Part] in
      let alike = record.assertions.filter { $0.verdict == verdict }
      return verdict.isGreen
        ? [part(alike)]
        : Severity.allCases.reversed().map { severity in part(alike.filter { $0.severity == severity }) }
    }
    tile("assertions", "Assertions", "\(record.assertions.count) in all", parts, &html)
  }

  private typealias Part = (tone: HTMLTone, count: Int, word: String)

  /// Assertions that are called by the same words.
  private func part(_ alike: [Assertion]) -> Part {
    guard let first = alike.first else { return (.neutral, 0, "") }
    return (HTMLTone(first), alike.count, first.words)
  }

  private func tile(
    _ anchor: String, _ title: String, _ note: String, _ parts: [Part],
    _ html: inout HTMLText
  ) {
    let shown = parts.filter { $0.count > 0 }
    html.element("li") { html in
      html.element("a", [("href", "#\(anchor)")], text: title)
      html.element("span", [("class", "note")], text: " \(note)")
      html.element("span", [("class", "bar"), ("aria-hidden", "true")]) { html in
        for part in shown {
          html.element(
            "span", [("class", part.tone.rawValue), ("style", "flex-grow:\(part.count)")], text: "")
        }
      }
      html.element("span", [("class", "counts")]) { html in
        if shown.isEmpty { html.badge(.good, "none") }
        for part in shown { html.badge(part.tone, "\(part.count) \(part.word)") }
      }
    }
  }
}

import Diagnostics
import Expectation

/// The assertions by spec and image: those that are not green at length, the others folded.
struct HTMLAssertions {
  /// Folded lists longer than this are cut: a page must open.
  private static let longestList = 2000
  private static let mostEvidence = 60

  private let record: RunRecord

  init(_ record: RunRecord) { self.record = record }

  func write(to html: inout HTMLText) {
    guard !record.assertions.isEmpty else { return }
    html.element("section", [("aria-labelledby", "assertions")]) { html in
      html.element("h2", [("id", "assertions")], text: "Assertions")
      for group in groups {
        html.element("h3") { html in
          html.code(group.file)
          if let image = group.image {
            html.write(" on ")
            html.code(image)
          }
        }
        for assertion in group.assertions where assertion.verdict.isToldAtLength {
          write(assertion, to: &html)
        }
        // What was let off is as plain as what failed; only what holds is folded.
        list(
          group.assertions.filter { !$0.verdict.isToldAtLength && $0.verdict != .passed },
          "skipped, waived or not applicable", [("open", "")], &html)
        list(group.assertions.filter { $0.verdict == .passed }, "passed", [], &html)
      }
    }
  }

  /// Assertions come sorted by spec and image.
  private var groups: [(file: String, image: String?, assertions: [Assertion])] {
    var groups: [(file: String, image: String?, assertions: [Assertion])] = []
    for assertion in record.assertions {
      if let last = groups.last, last.file == assertion.place.file, last.image == assertion.image {
        groups[groups.count - 1].assertions.append(assertion)
      } else {
        groups.append((assertion.place.file, assertion.image, [assertion]))
      }
    }
    return groups
  }

  private func write(_ assertion: Assertion, to html: inout HTMLText) {
    let tone = HTMLTone(assertion)
    html.element("article", [("class", "item \(tone.rawValue)")]) { html in
      html.element("h4") { html in
        html.badge(tone, assertion.words)
        html.write(" ")
        html.element("span") { $0.prose(assertion.title) }
      }
      html.element("p", [("class", "meta")]) { html in
        html.code(assertion.place.words)
        html.write(" ")
        html.code(assertion.id)
      }
      HTMLSnippet(assertion.place, assertion.tone, message: assertion.message).write(to: &html)
      html.element("dl", [("class", "remarks")]) { html in
        fact("expected", assertion.expected, &html)
        fact("actual", assertion.actual, &html)
      }
      evidence(of: assertion, &html)
    }
  }

  private func fact(_ name: String, _ value: String, _ html: inout HTMLText) {
    guard !value.isEmpty else { return }
    html.element("dt", text: name)
    html.element("dd") { $0.element("code", [("class", "value")], text: value) }
  }

  private func evidence(of assertion: Assertion, _ html: inout HTMLText) {
    let more = assertion.evidence.count - Self.mostEvidence
    html.block(
      "tail",
      lines: assertion.evidence.prefix(Self.mostEvidence) + (more > 0 ? ["… and \(more) more lines"] : []))
  }

  private func list(
    _ assertions: [Assertion], _ words: String, _ attributes: [(String, String)], _ html: inout HTMLText
  ) {
    guard !assertions.isEmpty else { return }
    html.element("details", attributes) { html in
      html.element("summary", text: "\(assertions.count) \(words)")
      html.element("ul", [("class", "folded")]) { html in
        for assertion in assertions.prefix(Self.longestList) {
          html.element("li") { html in
            html.badge(HTMLTone(assertion.verdict), assertion.verdict.words)
            html.write(" ")
            html.prose(assertion.title)
            if !assertion.message.isEmpty { html.prose(": \(assertion.message)") }
            html.element("span", [("class", "note")], text: " line \(assertion.place.start.line)")
          }
        }
        let more = assertions.count - Self.longestList
        if more > 0 {
          html.element("li", text: "… and \(more) more; the JSON form of this report holds them all")
        }
      }
    }
  }
}

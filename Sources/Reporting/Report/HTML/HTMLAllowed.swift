import Diagnostics

/// The findings that exceptions cover, each with its reason: what was waived must be as plain as what was found.
struct HTMLAllowed {
  private let record: RunRecord

  init(_ record: RunRecord) { self.record = record }

  func write(to html: inout HTMLText) {
    guard !record.suppressed.isEmpty else { return }
    html.element("section", [("aria-labelledby", "allowed")]) { html in
      html.element("h2", [("id", "allowed")], text: "Allowed findings")
      html.element("div", [("class", "scroll"), ("tabindex", "0")]) { html in
        html.element("table") { html in
          html.element("thead") { html in
            html.element("tr") { html in
              for title in ["Place", "Rule", "Finding", "Why it is allowed"] {
                html.element("th", [("scope", "col")], text: title)
              }
            }
          }
          html.element("tbody") { html in
            for finding in record.suppressed { row(finding, &html) }
          }
        }
      }
    }
  }

  private func row(_ finding: Finding, _ html: inout HTMLText) {
    html.element("tr") { html in
      html.element("td") { $0.code(finding.place.words) }
      html.element("td") { $0.code(finding.rule) }
      html.element("td") { $0.prose(finding.message) }
      html.element("td") { $0.prose(finding.exception?.reason ?? "") }
    }
  }
}

import Diagnostics

/// The findings, by file.
struct HTMLFindings {
  private let record: RunRecord

  init(_ record: RunRecord) { self.record = record }

  func write(to html: inout HTMLText) {
    guard Summary(record).findings != nil else { return }
    html.element("section", [("aria-labelledby", "findings")]) { html in
      html.element("h2", [("id", "findings")], text: "Findings")
      if record.findings.isEmpty {
        html.element("p", [("class", "note")], text: "Nothing is wrong with the files that were read.")
      }
      for (file, findings) in grouped {
        html.element("h3") { html in
          html.code(file)
          html.element("span", [("class", "note")], text: " \(findings.count)")
        }
        for finding in findings { write(finding, to: &html) }
      }
    }
  }

  /// Findings come sorted by file.
  private var grouped: [(file: String, findings: [Finding])] {
    var groups: [(file: String, findings: [Finding])] = []
    for finding in record.findings {
      if groups.last?.file == finding.place.file {
        groups[groups.count - 1].findings.append(finding)
      } else {
        groups.append((finding.place.file, [finding]))
      }
    }
    return groups
  }

  private func write(_ finding: Finding, to html: inout HTMLText) {
    let tone = HTMLTone(finding.severity)
    html.element("article", [("class", "item \(tone.rawValue)")]) { html in
      html.element("h4") { html in
        html.badge(tone, finding.severity.rawValue)
        html.write(" ")
        html.element("span") { $0.prose(finding.message) }
      }
      html.element("p", [("class", "meta")]) { html in
        html.code(finding.place.words)
        html.write(" ")
        html.code(finding.rule)
      }
      HTMLSnippet(finding).write(to: &html)
      for label in finding.labels where label.place.file != finding.place.file {
        html.element("p", [("class", "meta")]) { $0.code(label.place.words) }
        HTMLSnippet(label.place, .frame, message: label.text).write(to: &html)
      }
      remarks(of: finding, &html)
    }
  }

  private func remarks(of finding: Finding, _ html: inout HTMLText) {
    guard !finding.remarks.isEmpty else { return }
    html.element("dl", [("class", "remarks")]) { html in
      for remark in finding.remarks {
        html.element("dt", text: remark.name)
        html.element("dd") { $0.prose(remark.text) }
      }
    }
  }
}

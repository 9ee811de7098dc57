import Diagnostics

/// The report as one page that needs nothing else: no script, no network; to be read, printed and filed.
struct HTMLReport {
  private let record: RunRecord

  init(_ record: RunRecord) { self.record = record }

  var bytes: [UInt8] {
    var html = HTMLText()
    html.markup("<!DOCTYPE html>\n<html lang=\"en\">\n")
    head(&html)
    html.element("body") { html in
      html.element("a", [("class", "skip"), ("href", "#main")], text: "Skip to the results")
      HTMLOpening(record).write(to: &html)
      html.element("main", [("id", "main")]) { html in
        HTMLSubject(record).write(to: &html)
        HTMLFindings(record).write(to: &html)
        HTMLBuilds(record).write(to: &html)
        HTMLAssertions(record).write(to: &html)
        HTMLAllowed(record).write(to: &html)
      }
      footer(&html)
    }
    html.markup("</html>\n")
    return Array(html.text.utf8)
  }

  private func head(_ html: inout HTMLText) {
    let subject = record.subject.templates.first ?? record.subject.images.first
    let name = subject.map { " \($0.name)" } ?? ""
    html.element("head") { html in
      html.markup("\n<meta charset=\"utf-8\">\n")
      html.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
      html.markup("<meta name=\"color-scheme\" content=\"light dark\">\n")
      html.markup(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
      )
      html.element("title", text: "\(record.verdict.title):\(name) · Ovenproof report")
      html.element("style") { $0.markup("\n" + HTMLStyle.sheet) }
    }
  }

  private func footer(_ html: inout HTMLText) {
    html.element("footer") { html in
      html.element("p") { html in
        html.write("Made by \(record.tool.name) \(record.tool.version). This page holds all that it shows: ")
        html.write(
          "it runs no script and asks no network. Places are file:line:column; columns count characters.")
      }
    }
  }
}

extension RunRecord.Verdict {
  /// The verdict as a heading says it.
  var title: String {
    switch self {
    case .passed: "Passed"
    case .failed: "Failed"
    case .undecided: "Undecided"
    }
  }
}

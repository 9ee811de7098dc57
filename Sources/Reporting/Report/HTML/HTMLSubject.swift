import Diagnostics

/// What the run was about: templates, bases, images and specs with their digests, and when and where it ran.
struct HTMLSubject {
  private let record: RunRecord

  init(_ record: RunRecord) { self.record = record }

  func write(to html: inout HTMLText) {
    html.element("section", [("aria-labelledby", "subject")]) { html in
      html.element("h2", [("id", "subject")], text: "Subject")
      html.element("dl", [("class", "facts")]) { html in
        artifacts("Template", record.subject.templates, &html)
        artifacts("Base image", record.subject.bases, &html)
        artifacts("Image", record.subject.images, &html)
        for spec in record.subject.specs {
          let dialect = spec.dialect == "ovenproof" ? "" : " (\(spec.dialect))"
          fact("Spec", &html) { html in
            html.code(spec.file)
            html.write(dialect)
            html.digest(spec.digest)
          }
        }
        run(&html)
      }
    }
  }

  private func artifacts(_ name: String, _ artifacts: [RunRecord.Subject.Artifact], _ html: inout HTMLText) {
    for artifact in artifacts {
      fact(name, &html) { html in
        html.code(artifact.name)
        if artifact.digest != artifact.name { html.digest(artifact.digest) }
        if artifact.digest == nil { html.element("span", [("class", "note")], text: "no digest known") }
      }
    }
  }

  private func run(_ html: inout HTMLText) {
    if let started = record.run.started {
      let moment = Timestamp(started)
      let host = record.run.host
      fact("Run", &html) { html in
        html.element("time", [("datetime", moment.words)], text: moment.readable)
        if let host { html.write(" on \(host)") }
      }
    }
    fact("Threshold", &html) { html in
      let above = record.threshold == .error ? "" : " or above"
      html.write("a finding of severity \(record.threshold.rawValue)\(above) fails the run")
    }
    fact("Tool", &html) { $0.write("\(record.tool.name) \(record.tool.version)") }
  }

  private func fact(_ name: String, _ html: inout HTMLText, _ content: (inout HTMLText) -> Void) {
    html.element("div") { html in
      html.element("dt", text: name)
      html.element("dd", [], content)
    }
  }
}

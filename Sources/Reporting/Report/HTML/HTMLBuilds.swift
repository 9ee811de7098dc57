import Diagnostics

/// The builds: what each started from and made, and what became of its steps.
struct HTMLBuilds {
  private let record: RunRecord

  init(_ record: RunRecord) { self.record = record }

  func write(to html: inout HTMLText) {
    guard !record.builds.isEmpty else { return }
    html.element("section", [("aria-labelledby", "builds")]) { html in
      html.element("h2", [("id", "builds")], text: "Builds")
      for build in record.builds { write(build, to: &html) }
    }
  }

  private func write(_ build: BuildRecord, to html: inout HTMLText) {
    let tone = HTMLTone(build.verdict)
    html.element("article", [("class", "item \(tone.rawValue)")]) { html in
      html.element("h3") { html in
        html.badge(tone, build.verdict.words)
        html.write(" \(build.name)")
        if let time = record.run.time(of: build.durationName) {
          html.element("span", [("class", "note")], text: " in \(time.words)")
        }
      }
      facts(of: build, &html)
      steps(of: build, &html)
    }
  }

  private func facts(of build: BuildRecord, _ html: inout HTMLText) {
    var facts: [(name: String, value: String, digest: String?)] = []
    if let template = build.template { facts.append(("Template", template, nil)) }
    if let base = build.base { facts.append(("Base image", base.name, base.digest)) }
    if let image = build.image { facts.append(("Image", image.name, image.digest)) }
    facts += build.artifacts.map { ("Made", $0, nil) }
    guard !facts.isEmpty else { return }
    html.element("dl", [("class", "facts")]) { html in
      for fact in facts {
        html.element("div") { html in
          html.element("dt", text: fact.name)
          html.element("dd") { html in
            html.code(fact.value)
            if fact.digest != fact.value { html.digest(fact.digest) }
          }
        }
      }
    }
  }

  private func steps(of build: BuildRecord, _ html: inout HTMLText) {
    html.element("div", [("class", "scroll"), ("tabindex", "0")]) { html in
      html.element("table", [("class", "steps")]) { html in
        html.element("caption", text: "Steps of \(build.name)")
        html.element("thead") { html in
          html.element("tr") { html in
            for (title, name) in [
              ("Result", "result"), ("Step", "step"), ("Asked for at", "place"), ("Time", "time"),
            ] {
              html.element("th", [("scope", "col"), ("class", name)], text: title)
            }
          }
        }
        html.element("tbody") { html in
          for step in build.steps { row(step, of: build, &html) }
        }
      }
    }
  }

  private func row(_ step: StepRecord, of build: BuildRecord, _ html: inout HTMLText) {
    html.element("tr") { html in
      html.element("td") { $0.badge(HTMLTone(step.verdict), step.verdict.words) }
      html.element("td") { html in
        html.prose(step.title)
        if let message = step.message {
          html.element("p", [("class", "note")]) { $0.prose(message) }
        } else if let code = step.exitCode, code != 0 {
          html.element("p", [("class", "note")], text: "exit code \(code)")
        }
        if step.verdict != .failed { foldedOutput(of: step, &html) }
      }
      html.element("td") { $0.code(step.origin.words) }
      html.element(
        "td", [("class", "time")], text: record.run.time(of: build.durationName(of: step))?.words ?? "")
    }
    if step.verdict == .failed { failure(of: step, &html) }
  }

  /// What a failed step printed, with the line that asked for it, across the whole table.
  private func failure(of step: StepRecord, _ html: inout HTMLText) {
    html.element("tr", [("class", "failure")]) { html in
      html.element("td", [("colspan", "4")]) { html in
        HTMLSnippet(step.origin, .error).write(to: &html)
        html.block("tail", lines: step.tail)
      }
    }
  }

  private func foldedOutput(of step: StepRecord, _ html: inout HTMLText) {
    guard !step.tail.isEmpty else { return }
    let count = step.tail.count
    html.element("details") { html in
      html.element("summary", text: count == 1 ? "last line of output" : "last \(count) lines of output")
      html.block("tail", lines: step.tail)
    }
  }
}

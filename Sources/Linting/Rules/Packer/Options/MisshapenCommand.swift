package import Diagnostics
package import Lint
import Packer
import Source

/// Reports commands whose words stand one level too high, and lists of words that are written as one text.
package struct MisshapenCommand: TemplateRule {
  package static let id: RuleID = "packer/misshapen-command"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    template.eachKnownOption { entry, option in
      let texts = entry.value.kind == .list ? entry.value.items.filter { $0.kind == .text } : []
      switch (option.type, option.name) {
      case (.list(.list(.string)), "qemuargs"):
        // A switch without a value may stand alone.
        guard let second = texts.dropFirst().first(where: { $0.text?.bytes.first != UInt8(ascii: "-") })
        else { return }
        add(option.name, texts, at: second, "an argument", &findings)
      case (.list(.list(.string)), _):
        guard texts.count > 1, let first = texts.first else { return }
        add(option.name, texts, at: first, "a command", &findings)
      case (.list(.string), "run_command"):
        guard entry.value.kind == .text, let text = entry.value.text, text.bytes.first == UInt8(ascii: "-"),
          text.bytes.contains(0x20)
        else { return }
        findings.add(
          "`run_command` is one word here: docker gets it with its blanks", at: entry.value.contentLocation,
          help: "write a list of words: `[\"-d\", \"-i\", \"-t\", \"{{.Image}}\"]`")
      default: break
      }
    }
  }

  private func add(
    _ option: String, _ texts: [TemplateValue], at value: TemplateValue, _ what: String,
    _ findings: inout Findings
  ) {
    findings.add(
      "each text of `\(option)` is \(what) by itself", at: value.contentLocation,
      help: "put the words of one into a list of its own: `[[\"…\", \"…\"]]`")
  }
}

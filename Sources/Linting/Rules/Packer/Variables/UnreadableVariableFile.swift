package import Diagnostics
package import Lint
import Packer
import Source

/// Reports files of `-var-file` that cannot be read, or are not an object of texts.
package struct UnreadableVariableFile: TemplateRule {
  package static let id: RuleID = "packer/unreadable-variable-file"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.evaluation.faults {
      switch fault.problem {
      case .variableFileUnreadable(let path, let reason):
        findings.add(
          "the variable file `\(path)` cannot be read: \(reason)", at: fault.location,
          help: fault.location.file == template.template.file
            ? "check what `-var-file` names"
            : "name a file that is there, from the configuration's folder on")
      case .variableFileMalformed(let path, let variable):
        let what = variable.map { "variable `\($0)` is not a text" } ?? "it is not an object of texts"
        findings.add(
          "the variable file `\(path)` is not one: \(what)", at: fault.location,
          help: "write one JSON object whose values are texts")
      default: break
      }
    }
  }
}

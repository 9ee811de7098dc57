package import Diagnostics
package import Lint
import Packer

/// Reports `{{…}}` that cannot be parsed, or whose call fails.
package struct BrokenExpression: TemplateRule {
  package static let id: RuleID = "packer/broken-expression"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.evaluation.faults {
      switch fault.problem {
      case .templateSyntax(let reason):
        findings.add(
          reason, at: fault.location, help: "mend what stands in the braces; two braces as text are {{`{{`}}")
      case .failedCall(let name, let reason):
        findings.add("`\(name)` fails: \(reason)", at: fault.location, help: "mend what it is called with")
      case .unrenderableVariable(let name):
        findings.add(
          "what variable `\(name)` comes to cannot be rendered in a component", at: fault.location,
          help: "Packer gives every variable to every component and renders it there once more")
      default: break
      }
    }
  }
}

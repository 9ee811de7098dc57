package import Diagnostics
package import Lint
import Packer

/// Reports `{{.Field}}` and `{{build …}}` whose value nobody gives.
package struct UnknownField: TemplateRule {
  package static let id: RuleID = "packer/unknown-field"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.evaluation.faults {
      switch fault.problem {
      case .fieldWithoutValue(let name, let available):
        report("field `\(name)`", name, available, fault, to: &findings)
      default: break
      }
    }
  }

  private func report(
    _ what: String, _ name: String, _ available: [String], _ fault: EvaluationFault,
    to findings: inout Findings
  ) {
    let near = Suggestion.nearest(to: name, among: available).map { [$0] } ?? []
    let others =
      available.isEmpty ? "nothing gives a value to fields here" : "there are \(Wording.list(available))"
    findings.add("\(what) has no value here", at: fault.location, help: Wording.meant(near) ?? others)
  }
}

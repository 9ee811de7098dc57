package import Diagnostics
package import Lint
import Packer

/// Reports components without an option that they need.
package struct MissingOption: TemplateRule {
  package static let id: RuleID = "packer/missing-option"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.template.shapeFaults where fault.problem == .missingType {
      findings.add(
        "\(fault.subject) has no `type`", at: fault.location, help: "name the type of the component")
    }
    for fault in template.componentFaults where !NoArtifact.isMeant(by: fault) {
      switch fault.problem {
      case .missing(let name, let environment):
        // A variable of the environment in which it is built may stand in.
        guard environment.isEmpty || template.inputs.unsetEnvironment == .empty else { continue }
        let variables =
          environment.isEmpty ? "" : ", or set \(Wording.choice(environment)) in the environment"
        findings.add(
          "\(fault.subject) needs option `\(name)`", at: fault.location,
          help: fault.because ?? "add `\(name)`\(variables)",
          labels: fault.labels)
      case .noneOf(let conditions):
        let words = Wording.joined(conditions.map(\.words), by: "or")
        findings.add(
          "\(fault.subject) needs one of \(words)", at: fault.location,
          help: fault.because ?? "add one of them",
          labels: fault.labels)
      default: break
      }
    }
  }
}

package import Diagnostics
package import Lint
import Packer
import Source

/// Reports components without an option that they need.
package struct MissingOption: TemplateRule {
  package static let id: RuleID = "packer/missing-option"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.template.shapeFaults where fault.problem == .missingType {
      if let key = misspeltType(at: fault.location, in: template) {
        findings.add(
          "\(fault.subject) has no `type`", at: key, help: "did you mean `type`?",
          fix: Wording.renaming(key, to: ["type"]))
      } else {
        findings.add(
          "\(fault.subject) has no `type`", at: fault.location, help: "name the type of the component")
      }
    }
    for fault in template.componentFaults where !NoArtifact.isMeant(by: fault) {
      switch fault.problem {
      case .missing(let name, let environment):
        // A variable of the environment in which it is built may stand in.
        guard environment.isEmpty || template.inputs.unsetEnvironment == .empty else { continue }
        if let (message, help) = emptiness(of: name, fault, in: template) {
          findings.add(message, at: fault.location, help: help, labels: fault.labels)
          continue
        }
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

  /// The key of a component without a type that was meant for it; nil where none is near.
  private func misspeltType(at location: Location, in template: LintedTemplate) -> Location? {
    let component = template.template.components.first {
      $0.type == nil && $0.value.location.file == location.file
        && $0.value.location.range.start == location.range.start
    }
    guard let component, component.value.kind == .map else { return nil }
    let near = Suggestion.nearest(to: "type", among: component.value.entries.map(\.word))
    return component.value.entries.first { $0.word == near }?.name.location
  }

  /// What to say of an option that is written, and has no value; nil where it is not written.
  private func emptiness(
    of option: String, _ fault: ComponentFault, in template: LintedTemplate
  ) -> (message: String, help: String)? {
    let builds = template.evaluation.builds
    guard
      builds.contains(where: { build in
        build.components.contains { component in
          component.options.entries.contains { $0.value.location == fault.location }
        }
      })
    else { return nil }
    let message = "option `\(option)` of \(fault.subject) is empty, and must not be"
    var names: [String] = []
    for use in template.evaluation.variableUses
    where use.location.file == fault.location.file && fault.location.range.contains(use.location.range)
      && !names.contains(use.value)
    { names.append(use.value) }
    guard let first = names.first else { return (message, fault.because ?? "give it a value") }
    return (
      message,
      "give \(names.count == 1 ? "variable" : "the variables") \(Wording.list(names)) a value: `-var \(first)=…`, or a default"
    )
  }
}

package import Diagnostics
package import Lint
import Packer
import Source

/// Reports variables that hold a secret by their name and are not kept out of the output.
package struct UnlistedSecret: TemplateRule {
  package static let id: RuleID = "packer/unlisted-secret"

  /// Where a provisioner shows what it is given.
  private static let shown: Set = [
    "environment_vars", "env", "inline", "execute_command", "command", "extra_arguments", "json", "facter",
  ]

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    let listed = Set(template.template.sensitiveVariables.map(\.value))
    let uses = template.evaluation.variableUses
    for variable in template.template.variables {
      let name = variable.name.value
      guard SecretShape.isSecretName(name), !listed.contains(name), isGivenFromOutside(variable) else {
        continue
      }
      let places = uses.filter { $0.value == name }.map(\.location)
      guard let place = places.first(where: { isShown($0, in: template.template) }) else { continue }
      findings.add(
        "variable `\(name)` holds a secret, and the output may show it", at: variable.name.location,
        help: "name it in `sensitive-variables`: its value is then masked wherever it is printed",
        labels: [Label("it is given to a step here", at: place)],
        fix: template.template.listing(sensitive: name).map { Fix(.safe, edits: $0) })
    }
  }

  /// Whether the value comes from the command line or the environment; a literal one is told of elsewhere.
  private func isGivenFromOutside(_ variable: TemplateVariable) -> Bool {
    guard let text = variable.value.text?.string else { return variable.isRequired }
    return text.isEmpty || text.contains("{{")
  }

  private func isShown(_ place: Location, in template: PackerTemplate) -> Bool {
    template.components.contains { component in
      component.kind != .builder
        && component.options.contains { entry in
          Self.shown.contains(entry.word) && entry.value.location.file == place.file
            && entry.value.location.range.contains(place.range)
        }
    }
  }
}

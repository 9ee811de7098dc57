package import Diagnostics
import GoTemplate
package import Lint
import Packer
import Source

/// Reports image names that only the first build can have.
package struct FixedImageName: TemplateRule {
  package static let id: RuleID = "packer/fixed-image-name"

  /// The option that names the image, and the switch that removes the older one; nil where only `-force` does.
  private static let options: [String: (name: String, force: String?)] = [
    "amazon-ebs": ("ami_name", "force_deregister"), "amazon-ebssurrogate": ("ami_name", "force_deregister"),
    "amazon-instance": ("ami_name", "force_deregister"), "amazon-chroot": ("ami_name", "force_deregister"),
    "googlecompute": ("image_name", nil), "azure-arm": ("managed_image_name", nil),
    "osc-bsu": ("omi_name", "force_deregister"), "alicloud-ecs": ("image_name", "image_force_delete"),
  ]

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for build in template.evaluation.builds {
      guard let (name, force) = Self.options[build.builder.type.value],
        let value = build.builder.options[name], let text = value.string, !text.isEmpty,
        force.flatMap({ build.builder.options[$0] }) == nil, !isComputed(value, in: template)
      else { continue }
      findings.add(
        "the second build fails: an image named `\(text)` is there already", at: value.location,
        help:
          "add `{{timestamp}}` to `\(name)`, or \(force.map { "set `\($0)`" } ?? "build with `-force`") where the older image may go"
      )
    }
  }

  /// Whether a variable or a function has a part in it.
  private func isComputed(_ value: OptionValue, in template: LintedTemplate) -> Bool {
    let uses = template.evaluation.variableUses.contains {
      $0.location.file == value.location.file && value.location.range.contains($0.location.range)
    }
    return uses
      || template.expressions.contains { $0.text.whole == value.location }
  }
}

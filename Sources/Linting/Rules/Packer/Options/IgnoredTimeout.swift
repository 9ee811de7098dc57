package import Diagnostics
package import Lint
import Packer
import Source

/// Reports `timeout` of a provisioner that also pauses.
package struct IgnoredTimeout: TemplateRule {
  package static let id: RuleID = "packer/ignored-timeout"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for component in template.template.provisioners {
      guard let timeout = component.core("timeout"), let pause = component.core("pause_before"),
        Self.seconds(timeout.value) > 0, Self.seconds(pause.value) > 0
      else { continue }
      findings.add(
        "`timeout` has no effect beside `pause_before`", at: timeout.keyLocation,
        help: "put the pause into a `sleep` provisioner of its own before this one",
        labels: [Label("the pause stands here", at: pause.keyLocation)])
    }
  }

  private static func seconds(_ value: TemplateValue) -> Double {
    value.kind == .number ? 1 : value.text.flatMap { GoDuration($0.string)?.seconds } ?? 0
  }
}

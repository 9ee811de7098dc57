package import Diagnostics
package import Lint
import Packer
import Source

/// Reports artifice at the end of a chain, where nothing uses the files that it names.
package struct LoneArtifice: TemplateRule {
  package static let id: RuleID = "packer/lone-artifice"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for chain in template.template.postProcessors {
      guard let last = chain.last, let type = last.type, type.value == "artifice" else { continue }
      findings.add(
        "nothing uses the files that `artifice` names", at: type.location,
        help: "put what should use them behind it in the same inner list: [[artifice, compress]]")
    }
  }
}

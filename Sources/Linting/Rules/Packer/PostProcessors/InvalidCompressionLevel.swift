package import Diagnostics
package import Lint
import Packer
import Source

/// Reports levels of compression that gzip does not have.
package struct InvalidCompressionLevel: TemplateRule {
  package static let id: RuleID = "packer/invalid-compression-level"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for component in template.evaluation.builds.flatMap({ $0.postProcessors.joined() })
    where component.type.value == "vagrant" {
      for value in component.options.values("compression_level") {
        guard let level = value.text.value?.value.complete.flatMap({ Int($0) }), !(-2...9).contains(level)
        else {
          continue
        }
        findings.add(
          "gzip has no level \(level)", at: value.location,
          help: "write a number from 1 to 9; 0 takes the usual one")
      }
    }
  }
}

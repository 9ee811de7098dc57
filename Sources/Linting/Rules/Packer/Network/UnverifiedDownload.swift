package import Diagnostics
package import Lint
import Packer
import Source

/// Reports installation images that are taken as they come.
package struct UnverifiedDownload: TemplateRule {
  package static let id: RuleID = "packer/unverified-download"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for options in template.evaluation.builds.map(\.builder.options) {
      for name in ["iso_checksum", "iso_checksum_type", "checksum", "checksum_type", "source_checksum"] {
        guard let value = options[name], value.string?.lowercased() == "none" else { continue }
        findings.add(
          "`\(name)` takes the download unchecked", at: value.location,
          help: "write `sha256:` and the sum that its publisher names")
      }
    }
  }
}

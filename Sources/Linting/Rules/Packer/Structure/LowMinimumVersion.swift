package import Diagnostics
package import Lint
import Packer
import Source

/// Reports a `min_packer_version` that is older than something in the template.
package struct LowMinimumVersion: TemplateRule {
  package static let id: RuleID = "packer/low-minimum-version"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    guard let value = template.template.minPackerVersion, let written = value.text?.string,
      let minimum = PackerVersion(written),
      let newest = CoreFeature.all(in: template).max(by: { $0.version < $1.version }),
      minimum < newest.version
    else { return }
    let needed = newest.version.numbers.map(String.init).joined(separator: ".")
    findings.add(
      "Packer \(written) does not know \(newest.words), which came with \(needed)", at: value.contentLocation,
      help: "raise `min_packer_version` to \(needed)", labels: [Label("it stands here", at: newest.location)],
      fix: Fix(.safe, edits: [.init(replacing: value.contentLocation, with: needed)]))
  }
}

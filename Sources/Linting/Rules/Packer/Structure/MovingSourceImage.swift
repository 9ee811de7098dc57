package import Diagnostics
package import Lint
import Packer
import Source

/// Reports builders that start from the newest image that fits.
package struct MovingSourceImage: TemplateRule {
  package static let id: RuleID = "packer/moving-source-image"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for options in template.evaluation.builds.map(\.builder.options) {
      if let value = options["source_image_family"], options["source_image"] == nil {
        report("the newest image of the family", value.location, &findings)
      }
      for name in ["source_ami_filter", "source_omi_filter", "source_image_filter"] {
        for entry in options[name]?.flattened ?? [] where entry.key == "most_recent" {
          if ["1", "true"].contains(entry.value.string) {
            report("the newest image that fits", entry.value.location, &findings)
          }
        }
      }
    }
  }

  private func report(_ what: String, _ place: Location, _ findings: inout Findings) {
    findings.add(
      "the build starts from \(what), which is another one tomorrow", at: place,
      help: "name one image where two builds must be equal, and move on to the next on purpose")
  }
}

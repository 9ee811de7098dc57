package import Diagnostics
package import Lint
import Packer
import Source

/// Reports images that anybody may start.
package struct PublicImage: TemplateRule {
  package static let id: RuleID = "packer/public-image"

  /// Options with the value that opens the image.
  private static let openings = [
    ("ami_groups", "all"), ("snapshot_groups", "all"), ("omi_groups", "all"), ("image_visibility", "public"),
    ("template_public", "1"),
  ]

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for component in template.evaluation.builds.flatMap(\.components) {
      for (name, opening) in Self.openings {
        for value in component.options.values(name) where value.string == opening {
          findings.add(
            "`\(name)` gives the image to everybody", at: value.location,
            help: "name the accounts that use it; what a build forgot in it, such as a key, is public too")
        }
      }
    }
  }
}

package import Diagnostics
package import Lint
import Packer
import Source

/// Reports names of regions of AWS that are not formed as any region is.
package struct UnknownRegion: TemplateRule {
  package static let id: RuleID = "packer/unknown-region"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for builder in template.evaluation.builds.map(\.builder) where builder.type.value.hasPrefix("amazon-") {
      for name in ["region", "ami_regions"] {
        for value in builder.options.values(name) {
          // Of another form, a region may be one of somebody's own cloud.
          guard let text = value.text.value?.value.complete, let wrong = Self.wrongDirection(in: text) else {
            continue
          }
          let near = Suggestion.nearest(to: wrong, among: Self.directions)
          findings.add(
            "no region of AWS is called `\(text)`", at: value.location,
            help: near.map { "did you mean `\(text.replacing(wrong, with: $0))`?" }
              ?? "write it as `us-east-1`")
        }
      }
    }
  }

  private static let parts: Set = ["us", "eu", "ap", "sa", "ca", "me", "af", "il", "mx", "cn"]
  private static let directions: Set = [
    "north", "south", "east", "west", "central", "northeast", "northwest", "southeast", "southwest",
  ]

  /// The word that should be a direction in a name such as `us-east-1`; nil where it is one, or the name has another form.
  private static func wrongDirection(in name: String) -> String? {
    let words = name.split(separator: "-").map(String.init)
    guard words.count == 3, parts.contains(words[0]), words[2].utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
      words[1].utf8.allSatisfy({ 0x61...0x7A ~= $0 }), !directions.contains(words[1])
    else { return nil }
    return words[1]
  }
}

package import Diagnostics
package import Lint
import Packer
import Source

/// Reports docker builders whose base image can be another one tomorrow.
package struct FloatingBaseTag: TemplateRule {
  package static let id: RuleID = "packer/floating-base-tag"

  /// Tags that move with every release.
  private static let floating: Set = [
    "current", "dev", "devel", "develop", "edge", "latest", "lts", "main", "mainline", "master", "nightly",
    "rolling",
    "sid", "stable", "testing", "unstable",
  ]

  package init() {}

  /// Whether an image has no tag, or one that moves with every release.
  static func isFloating(_ image: String) -> Bool {
    let name = image.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let parts = name.split(separator: ":", maxSplits: 1)
    return parts.count < 2 || floating.contains(String(parts[1]))
  }

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for build in template.evaluation.builds where build.builder.type.value == "docker" {
      guard let image = build.builder.options["image"], let text = image.text.value?.value.complete,
        !text.isEmpty,
        !text.utf8.contains(UInt8(ascii: "@"))
      else { continue }
      let name = text.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
      let parts = name.split(separator: ":", maxSplits: 1)
      if parts.count < 2 {
        findings.add(
          "image `\(text)` has no tag", at: image.location,
          help: "name a dated tag or a digest; without a tag it is `latest`, whatever that is on the day")
      } else if Self.floating.contains(String(parts[1])) {
        findings.add(
          "tag `\(parts[1])` of image `\(text.dropLast(parts[1].count + 1))` can move", at: image.location,
          help: "name a dated tag or a digest")
      }
    }
  }
}

package import Diagnostics
package import Lint
import Packer
import Source

/// Reports docker builders whose base image is named, but not pinned to its bytes.
package struct ImageWithoutDigest: TemplateRule {
  package static let id: RuleID = "packer/image-without-digest"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for build in template.evaluation.builds where build.builder.type.value == "docker" {
      guard let image = build.builder.options["image"], let text = image.string, !text.isEmpty,
        !text.utf8.contains(UInt8(ascii: "@")), !FloatingBaseTag.isFloating(text), !text.hasPrefix("sha256:")
      else { continue }
      findings.add(
        "image `\(text)` is not pinned by a digest", at: image.location,
        help: "write `\(text)@sha256:…`; `docker images --digests` names it")
    }
  }
}

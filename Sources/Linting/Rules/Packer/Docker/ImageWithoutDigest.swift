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
        !text.utf8.contains(UInt8(ascii: "@")), !FloatingBaseTag.isFloating(text), !text.hasPrefix("sha256:"),
        !text.hasPrefix("localhost"), !isDated(text)
      else { continue }
      findings.add(
        "image `\(text)` is not pinned by a digest", at: image.location,
        help: "write `\(text)@sha256:…`; `docker images --digests` names it")
    }
  }

  /// Whether the tag names a day or a build: publishers leave such tags where they are.
  private func isDated(_ image: String) -> Bool {
    let tag = image.utf8.split(separator: UInt8(ascii: ":")).last.map(Array.init) ?? []
    return tag.split { !(0x30...0x39).contains($0) }.contains { $0.count >= 6 }
  }
}

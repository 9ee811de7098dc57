package import Diagnostics
package import Lint
import Packer
import Source

/// Reports checksums that a forger can meet.
package struct WeakChecksum: TemplateRule {
  package static let id: RuleID = "packer/weak-checksum"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for options in template.evaluation.builds.map(\.builder.options) {
      for name in ["iso_checksum", "checksum", "source_checksum"] {
        guard let value = options[name], let text = value.string, let kind = Self.kind(text) else { continue }
        report(kind, value.location, &findings)
      }
      for name in ["iso_checksum_type", "checksum_type"] {
        guard let value = options[name], let text = value.string?.lowercased(),
          ["md5", "sha1"].contains(text)
        else {
          continue
        }
        report(text, value.location, &findings)
      }
      if let value = options["iso_md5"] { report("md5", value.location, &findings) }
    }
  }

  /// The kind of a weak checksum, by its prefix or, of a bare one, by its length.
  static func kind(_ text: String) -> String? {
    let lowered = text.lowercased()
    for kind in ["md5", "sha1"] where lowered.hasPrefix(kind + ":") { return kind }
    let isDigest = lowered.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard isDigest else { return nil }
    return [32: "md5", 40: "sha1"][lowered.utf8.count]
  }

  private func report(_ kind: String, _ place: Location, _ findings: inout Findings) {
    findings.add(
      "\(kind == "md5" ? "MD5" : "SHA-1") proves that a download is whole, not that it is the right one",
      at: place,
      help: "use the SHA-256 sum of the same file")
  }
}

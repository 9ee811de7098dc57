package import Diagnostics
package import Lint
import Packer
import Source

/// Reports volumes whose encryption is switched off.
package struct UnencryptedVolume: TemplateRule {
  package static let id: RuleID = "packer/unencrypted-volume"

  private static let mappings = ["launch_block_device_mappings", "ami_block_device_mappings", "ebs_volumes"]

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for options in template.evaluation.builds.map(\.builder.options) {
      if let value = options["encrypt_boot"], options.flag("encrypt_boot") == false {
        report("encrypt_boot", value.location, &findings)
      }
      for name in Self.mappings {
        for entry in options[name]?.flattened ?? [] where entry.key == "encrypted" {
          if ["0", "false"].contains(entry.value.string) {
            report("encrypted", entry.value.location, &findings)
          }
        }
      }
    }
  }

  private func report(_ option: String, _ place: Location, _ findings: inout Findings) {
    findings.add(
      "`\(option)` leaves the volume unencrypted", at: place,
      help: "set it to `true`, or leave it out where the account encrypts by itself")
  }
}

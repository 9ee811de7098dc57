package import Diagnostics
package import Lint
import Packer
import Source

/// Reports temporary security groups that let in the whole world.
package struct OpenSecurityGroup: TemplateRule {
  package static let id: RuleID = "packer/open-security-group"

  private static let options = [
    "temporary_security_group_source_cidr", "temporary_security_group_source_cidrs",
  ]

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for build in template.evaluation.builds {
      for name in Self.options {
        for value in build.builder.options.values(name) where ["0.0.0.0/0", "::/0"].contains(value.string) {
          findings.add(
            "the temporary security group lets in everybody", at: value.location,
            help: "name the network that the build comes from, such as `198.51.100.0/24`")
        }
      }
    }
  }
}

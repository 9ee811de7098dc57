package import Diagnostics
package import Lint
import Packer
import Source

/// Reports secrets that are written into a template.
package struct PlainSecret: TemplateRule {
  package static let id: RuleID = "packer/plain-secret"
  package static let findsSecrets = true

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for secret in template.secrets.found {
      findings.add(
        secret.message, at: secret.location,
        help:
          "read it from the environment, with {{env `NAME`}} as a variable's default, and name the variable in "
          + "`sensitive-variables`",
        secrets: [secret.location])
    }
  }
}

package import Diagnostics
package import Lint
import Packer
import Source

/// Reports options that make a component accept any server for the right one.
package struct UncheckedCertificate: TemplateRule {
  package static let id: RuleID = "packer/unchecked-certificate"

  private static let switches = [
    "insecure", "insecure_connection", "insecure_skip_tls_verify", "ssl_no_verify", "add_insecure",
    "ovftool_insecure",
  ]

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for component in template.evaluation.builds.flatMap(\.components) {
      for name in Self.switches where component.options.flag(name) == true {
        if let value = component.options[name] { report(name, component, value.location, &findings) }
      }
      if let value = component.options["ssl_verify_mode"],
        ["verify_none", ":verify_none"].contains(value.string)
      {
        report("ssl_verify_mode", component, value.location, &findings)
      }
    }
  }

  private func report(
    _ option: String, _ component: ConfiguredComponent, _ place: Location, _ findings: inout Findings
  ) {
    findings.add(
      "`\(option)` makes \(component.subject) accept any server for the right one", at: place,
      help: "give the host the certificate of the server's authority, and leave the option out")
  }
}

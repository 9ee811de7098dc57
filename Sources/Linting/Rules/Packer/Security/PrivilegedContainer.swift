package import Diagnostics
package import Lint
import Packer
import Source

/// Reports containers that have the host in their hands while they are built.
package struct PrivilegedContainer: TemplateRule {
  package static let id: RuleID = "packer/privileged-container"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for build in template.evaluation.builds where build.builder.type.value == "docker" {
      let options = build.builder.options
      if options.flag("privileged") == true, let value = options["privileged"] {
        report("`privileged` gives the build every right on the host", value.location, &findings)
      }
      for value in options.values("cap_add") where ["ALL", "SYS_ADMIN"].contains(value.string?.uppercased()) {
        report("`\(value.string ?? "")` gives the build every right on the host", value.location, &findings)
      }
      for entry in options.map("volumes") where entry.key.value.hasSuffix("docker.sock") {
        report("the engine's socket gives the build every right on the host", entry.key.location, &findings)
      }
    }
  }

  private func report(_ message: String, _ place: Location, _ findings: inout Findings) {
    findings.add(
      message, at: place,
      help: "name the one capability that a step needs, or do that step outside of the container")
  }
}

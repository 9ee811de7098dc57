package import Diagnostics
package import Lint
import Packer
package import Project
import ShellSyntax
import Source

/// Reports scripts that restart the machine while the provisioner does not expect it.
package struct UnexpectedReboot: ProjectRule {
  package static let id: RuleID = "shell/unexpected-reboot"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for run in project.shellRuns where run.component.type.value == "shell" {
      guard run.build.builder.type.value != "docker", run.component.options["expect_disconnect"] == nil else {
        continue
      }
      for call in run.script.script.calls where call.certainty == .always && restarts(call) {
        findings.add(
          "`\(call.program)` cuts the connection, which the provisioner takes for a failure",
          at: call.name.location,
          help: "set `expect_disconnect` to `true` for it, and `pause_before` for the next one",
          chain: run.chain)
      }
    }
  }

  private func restarts(_ call: ShellCall) -> Bool {
    let words = call.words
    switch call.program {
    case "reboot": return !words.contains("--help")
    case "shutdown": return call.has("--reboot", or: "r")
    case "systemctl": return words.contains("reboot")
    case "init", "telinit": return words == ["6"]
    default: return false
    }
  }
}

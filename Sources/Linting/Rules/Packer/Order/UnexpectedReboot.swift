package import Diagnostics
package import Lint
import Packer
package import Project
import ShellSyntax
import Source

/// Reports scripts that restart the machine where Packer does not expect to lose it.
package struct UnexpectedReboot: ProjectRule {
  package static let id: RuleID = "packer/unexpected-reboot"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    var known: Set<Location> = []
    for build in project.builds where !["docker", "lxc", "lxd"].contains(build.builder.type.value) {
      for provisioner in build.provisioners where provisioner.type.value == "shell" {
        let options = provisioner.options
        guard options["expect_disconnect"] == nil || options.flag("expect_disconnect") == false,
          options["valid_exit_codes"] == nil,
          let scripts = project.guestScripts(build: build.name, position: provisioner.position)
        else { continue }
        for call in scripts.flatMap({ StraightCall.all(in: $0.script) }) where call.isSure && call.restarts {
          guard known.insert(call.call.name.location).inserted else { continue }
          findings.add(
            "`\(call.call.name.value)` cuts the connection, which Packer takes for a failure", at: call.call.name.location,
            help: "set `\"expect_disconnect\": true`, and give the next step a `pause_before`",
            labels: [Label("the provisioner stands here", at: provisioner.type.location)])
        }
      }
    }
  }
}

extension StraightCall {
  /// Whether it restarts the machine at once.
  var restarts: Bool {
    let words = call.arguments.compactMap(\.text)
    switch name {
    case "reboot": return !words.contains { $0 == "--help" || $0 == "-w" }
    case "shutdown": return words.contains("-r") && (words.contains("now") || words.contains("+0"))
    case "init", "telinit": return words.first == "6"
    case "systemctl": return verb == "reboot"
    default: return false
    }
  }
}

package import Diagnostics
package import Lint
import Packer
package import Project
import ShellSyntax
import Source

/// Reports commands that speak to the init system, which a container of the docker builder does not run.
package struct InitInContainer: ProjectRule {
  package static let id: RuleID = "packer/init-in-container"

  /// Verbs of systemctl that need a running systemd; `enable` and `mask` only write links.
  private static let verbs: Set = [
    "daemon-reload", "daemon-reexec", "is-active", "kill", "poweroff", "reboot", "reload",
    "reload-or-restart",
    "restart", "start", "status", "stop", "try-restart",
  ]

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    var known: Set<Location> = []
    for build in project.builds where build.builder.type.value == "docker" {
      // A command of its own may start an init.
      guard build.builder.options["run_command"] == nil,
        build.builder.options.flag("windows_container") != true
      else { continue }
      for provisioner in build.provisioners where provisioner.type.value == "shell" {
        let scripts = project.guestScripts(of: provisioner, in: build) ?? []
        // Some images bring a script that plays the part of systemctl.
        if scripts.contains(where: { $0.script.text.bytes.mentions("/bin/systemctl") }) { break }
        for call in scripts.flatMap({ StraightCall.all(in: $0.script) }) where call.isSure {
          guard let words = Self.command(call), known.insert(call.call.name.location).inserted else {
            continue
          }
          findings.add(
            "`\(words)` has no init system to speak to in the container of build `\(build.name)`",
            at: call.call.name.location,
            help:
              "a container runs no services while it is baked: `systemctl enable` works, and starting belongs to the run"
          )
        }
      }
    }
  }

  private static func command(_ call: StraightCall) -> String? {
    if call.name == "systemctl", let verb = call.verb, verbs.contains(verb) {
      return call.call.arguments.contains { $0.text == "--no-block" || $0.knownPrefix.hasPrefix("--root") }
        ? nil : "systemctl \(verb)"
    }
    return call.restarts ? call.name : nil
  }
}

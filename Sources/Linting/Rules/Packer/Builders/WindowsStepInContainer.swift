package import Diagnostics
package import Lint
import Packer
import Source

/// Reports provisioners for Windows in a Linux container.
package struct WindowsStepInContainer: TemplateRule {
  package static let id: RuleID = "packer/windows-step-in-container"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    var known: Set<Location> = []
    for build in template.evaluation.builds where build.builder.type.value == "docker" {
      let options = build.builder.options
      guard options["windows_container"] == nil || options.flag("windows_container") == false,
        options["communicator"] == nil || options.string("communicator") == "docker"
      else { continue }
      for provisioner in build.provisioners {
        guard ["powershell", "windows-restart", "windows-shell"].contains(provisioner.type.value),
          provisioner.options["execute_command"] == nil, provisioner.options["remote_path"] == nil,
          provisioner.options["restart_command"] == nil, known.insert(provisioner.type.location).inserted
        else { continue }
        findings.add(
          "`\(provisioner.type.value)` cannot run in the Linux container of build `\(build.name)`",
          at: provisioner.type.location,
          help: "name the Windows builds in `only`, or set `windows_container` in the builder",
          labels: [Label("the container is started here", at: build.builder.type.location)])
      }
    }
  }
}

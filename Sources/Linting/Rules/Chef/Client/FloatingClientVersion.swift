import Chef
package import Diagnostics
package import Lint
import Packer
package import Project
import Source

/// Reports Chef provisioners that install whatever is newest.
package struct FloatingClientVersion: ProjectRule {
  package static let id: RuleID = "chef/floating-client-version"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for run in ChefBake.all(in: project) where run.chef.client.version == .latest {
      switch run.chef.client.origin {
      case .packer:
        findings.add(
          "`\(run.component.type.value)` installs the newest Chef on each bake",
          at: run.component.options["version"]?.location ?? run.component.type.location,
          help: "set `version` to the one that the cookbooks are tested with, such as \"18.5.0\"")
      case .command(let command):
        findings.add(
          "`install_command` installs the newest Chef on each bake", at: command.location,
          help: "give the installer a version, with `-v {{.Version}}` and the option `version`")
      case .skipped: continue
      }
    }
  }
}

package import Diagnostics
package import Lint
import Packer
package import Project
import RubySyntax
import ShellSyntax
import Source

/// Reports packages that a container installs before it has package lists.
package struct PackageWithoutUpdate: ProjectRule {
  package static let id: RuleID = "chef/package-without-update"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    var done: Set<String> = []
    for run in ChefBake.all(in: project) where run.isOnOfficialBase && !done.contains(run.build.name) {
      guard !mayUpdate(run, in: project) else { continue }
      for file in run.chef.rubyFiles where file.isLoaded && file.part == .recipe {
        guard
          let resource = DeclaredResource.all(of: ["package", "apt_package"], in: file).first(where: installs)
        else { continue }
        done.insert(run.build.name)
        findings.add(
          "\(resource.words) is installed, and nothing fetches package lists before", at: resource.location,
          help: "begin with `apt_update`: base images come without package lists", chain: run.chain(to: file))
        break
      }
    }
  }

  /// Whether a resource takes its package from the lists.
  private func installs(_ resource: DeclaredResource) -> Bool {
    guard resource.value("source") == nil, !resource.isConditional, !resource.isGuarded else { return false }
    return resource.actions?.contains { ["install", "upgrade"].contains($0) }
      ?? (resource.value("action") == nil)
  }

  /// Whether anything that runs before may fetch the lists.
  private func mayUpdate(_ run: ChefBake, in project: Project) -> Bool {
    for step in run.build.provisioners where step.position < run.component.position {
      switch step.type.value {
      case "file", "shell-local", "sleep", "breakpoint": continue
      case "shell":
        guard let scripts = project.guestScripts(of: step, in: run.build) else { return true }
        if scripts.contains(where: { !$0.isShell || $0.script.text.bytes.mentions("update") }) {
          return true
        }
      default: return true
      }
    }
    if let command = run.component.options.deferred("install_command")?.text.string,
      command.contains("update")
    {
      return true
    }
    // A cookbook that is not here, or one of the lists' own, may do it.
    return run.chef.rubyFiles.contains { file in
      file.cookbook == "apt" || !file.outline.places(of: "apt_update").isEmpty
        || !file.outline.places(of: "apt_repository").isEmpty || mentionsUpdate(file.tree.text.bytes)
    }
  }

  private func mentionsUpdate(_ bytes: [UInt8]) -> Bool {
    bytes.mentions("update")
      && ["apt-get update", "apt update", "aptitude update", "apt-get -y update", "apt-get -qq update"]
        .contains(where: bytes.mentions)
  }
}

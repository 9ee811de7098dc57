package import Diagnostics
package import Lint
import Packer
package import Project
import ShellSyntax
import Source

/// Reports installs from package lists that a container's base image does not carry.
package struct InstallWithoutUpdate: ProjectRule {
  package static let id: RuleID = "shell/install-without-update"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    var done: Set<String> = []
    for run in project.shellRuns where run.build.isOnOfficialBase {
      guard !run.script.isOnHost, !done.contains(run.build.name) else { continue }
      // What came before is asked only where it matters: a build may have very many scripts.
      guard run.script.script.calls.contains(where: { PackageInstall($0)?.manager == .apt }) else { continue }
      if mayUpdate(run, in: project) {
        done.insert(run.build.name)
        continue
      }
      for call in run.script.script.calls {
        if isUpdate(call) || call.certainty == .sometimes && PackageInstall(call) != nil { break }
        guard let install = PackageInstall(call), install.manager == .apt,
          ["install", "upgrade", "dist-upgrade", "full-upgrade"].contains(install.verb), !namesFile(call)
        else { continue }
        done.insert(run.build.name)
        findings.add(
          "`\(call.program) \(install.verb)` comes before any `apt-get update`", at: call.name.location,
          help: "run `apt-get update` first: base images come without package lists", chain: run.chain)
        break
      }
    }
  }

  private func isUpdate(_ call: ShellCall) -> Bool {
    ["apt-get", "apt", "aptitude"].contains(call.program) && call.words.contains("update")
      || ["source", ".", "bash", "sh", "eval"].contains(call.program)
  }

  private func namesFile(_ call: ShellCall) -> Bool {
    call.words.contains { $0.hasPrefix("/") || $0.hasPrefix("./") }
  }

  /// Whether a step before it may have fetched the lists: a script that does or cannot be read, any other provisioner.
  private func mayUpdate(_ run: ScriptRun, in project: Project) -> Bool {
    let before = run.build.provisioners.filter { $0.position < run.component.position }
    if before.contains(where: {
      !["shell", "file", "shell-local", "sleep", "breakpoint"].contains($0.type.value)
    }) {
      return true
    }
    let earlier = run.earlier(in: project)
    if earlier.contains(where: { !$0.isShell || $0.script.calls.contains(where: isUpdate) }) { return true }
    let owners = Set(earlier.map(\.owner.position))
    return before.contains { $0.type.value == "shell" && !owners.contains($0.position) }
  }
}

extension Build {
  /// Whether the base is one of the images that Debian and Ubuntu publish, whose package lists are known to be empty.
  var isOnOfficialBase: Bool {
    guard builder.type.value == "docker", let image = builder.options.string("image") else { return false }
    let name = image.split(whereSeparator: { $0 == ":" || $0 == "@" }).first.map(String.init) ?? image
    return ["debian", "ubuntu", "library/debian", "library/ubuntu", "docker.io/library/debian"].contains(name)
  }
}

import Chef
package import Diagnostics
package import Lint
import Packer
package import Project
import ShellSyntax
import Source

/// Reports Chef clients that stop with exit code 172, since nobody has accepted the licence.
package struct LicenceNotAccepted: ProjectRule {
  package static let id: RuleID = "chef/licence-not-accepted"

  private static let answers = ["accept", "accept-silent", "accept-no-persist"]
  private static let help =
    "set `chef_license` to \"accept-silent\", which Packer writes into the configuration"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for run in ChefBake.all(in: project) where !run.chef.client.isCinc {
      guard run.chef.client.version.isAtLeast(15) != false, !isAcceptedElsewhere(run, in: project),
        let fault = fault(of: run, in: project)
      else { continue }
      let isSure = run.chef.client.version.isAtLeast(15) == true
      findings.add(
        isSure ? fault.message : fault.message + ", which Chef 15 and later want", at: fault.location,
        atMost: isSure && !isSwallowed(run) ? .error : .warning, help: fault.help)
    }
  }

  /// Whether a failure of the client goes unnoticed: `chef-solo … || true`.
  private func isSwallowed(_ run: ChefBake) -> Bool {
    run.component.options.deferred("execute_command")?.text.string.contains("||") == true
  }

  private func fault(of run: ChefBake, in project: Project) -> (
    message: String, location: Location, help: String
  )? {
    let options = run.component.options
    if let command = options.deferred("execute_command")?.text.string, mentionsLicence(command) {
      guard losesVariable(command, run), let value = options["execute_command"] else { return nil }
      return (
        "`sudo` takes `CHEF_LICENSE` out of the environment, so that nobody accepts the licence",
        value.location, Self.help
      )
    }
    if let template = options["config_template"] { return fault(of: template, run, in: project) }
    if let answer = options["chef_license"], answer.string != "" {
      guard let text = answer.string, !Self.answers.contains(text.lowercased()) else { return nil }
      return (
        "`\(text)` does not accept Chef's licence", answer.location,
        "write \(Wording.choice(Self.answers))"
      )
    }
    switch run.chef.client.origin {
    case .packer: return nil
    case .command(let command):
      return (
        "nobody accepts Chef's licence: Packer does so only with its own `install_command`", command.location,
        Self.help
      )
    case .skipped(let location):
      return (
        "nobody accepts Chef's licence: Packer does so only where it installs Chef itself", location,
        Self.help
      )
    }
  }

  /// A configuration of the user's own must accept it in its text.
  private func fault(
    of template: OptionValue, _ run: ChefBake, in project: Project
  ) -> (message: String, location: Location, help: String)? {
    guard let written = template.string, let file = project.sources[FileID(project.paths.path(written))]
    else {
      return nil
    }
    let text = String(decoding: file.bytes, as: UTF8.self)
    guard !mentionsLicence(text) else { return nil }
    return (
      "`\(written)` does not accept Chef's licence", template.location,
      "write `chef_license \"accept-silent\"` into it"
    )
  }

  /// Whether a variable that is set before `sudo` does not reach Chef.
  private func losesVariable(_ command: String, _ run: ChefBake) -> Bool {
    guard !command.contains("--chef-license"), let variable = command.firstRange(of: "CHEF_LICENSE="),
      let sudo = command.firstRange(of: "sudo"), variable.lowerBound < sudo.lowerBound
    else { return false }
    let isCalled = !command.contains(".Sudo") || run.component.options.flag("prevent_sudo") != true
    let keeps = ["-E", "--preserve-env"].contains { command[sudo.upperBound...].contains($0) }
    return isCalled && !keeps
  }

  /// Whether a step before, or the way in which the container starts, speaks of the licence.
  private func isAcceptedElsewhere(_ run: ChefBake, in project: Project) -> Bool {
    let start = run.build.builder.options.texts("run_command").map(\.value.shown)
    if start.contains(where: mentionsLicence) { return true }
    if run.earlierScripts(in: project).contains(where: {
      mentionsLicence($0.script.text.string)
    }) {
      return true
    }
    // Packer's own installation persists the answer, and other provisioners may do anything.
    return run.build.provisioners.contains { other in
      guard other.position < run.component.position else { return false }
      switch other.type.value {
      case "chef-solo", "chef-client": return true
      case "shell", "shell-local", "file", "sleep", "breakpoint": return false
      default: return true
      }
    }
  }

  private func mentionsLicence(_ text: String) -> Bool {
    ["chef_license", "chef-license", "accepted_licenses", "cheflicense"].contains {
      text.lowercased().contains($0)
    }
  }
}

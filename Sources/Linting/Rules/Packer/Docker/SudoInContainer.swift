package import Diagnostics
package import Lint
package import Packer
package import Plan
package import Project
import Source

/// Reports steps that call sudo in a container, where base images have none.
package struct SudoInContainer: PlanRule {
  package static let id: RuleID = "packer/sudo-in-container"

  /// Provisioners that call sudo of themselves, with the option that prevents it.
  private static let preventions = [
    "chef-client": "prevent_sudo", "chef-solo": "prevent_sudo", "puppet-masterless": "prevent_sudo",
    "puppet-server": "prevent_sudo", "salt-masterless": "disable_sudo",
  ]

  package init() {}

  package func concerns(_ build: Build, of project: Project) -> Bool {
    build.builder.type.value == "docker"
      && build.provisioners.contains { component in
        Self.preventions[component.type.value] != nil
          || component.type.value == "shell" && mayCall(component, of: build, in: project)
      }
  }

  /// Whether a shell step can be found to call sudo: in its `execute_command`, or in what it runs.
  private func mayCall(_ component: ConfiguredComponent, of build: Build, in project: Project) -> Bool {
    component.options.deferred("execute_command") != nil
      || sureCall(of: component, in: build, of: project) != nil
  }

  package func check(_ plan: Plan, of project: Project, _ findings: inout Findings) {
    for build in plan.builds {
      guard case .container = build.setting else { continue }
      let image = SudolessImage(build.base?.reference.complete)
      let setUp = project.builds.first { $0.name == build.name }
      let components = Dictionary((setUp?.provisioners ?? []).map { ($0.location, $0) }) { first, _ in first }
      var isFirst = true
      for step in build.steps {
        guard case .provision(let operations) = step.action else { continue }
        if let option = Self.preventions[step.type] {
          if operations.contains(where: SudoUse.isCalled) {
            findings.add(
              "`\(step.type)` calls `sudo` in the container of build `\(build.name)`",
              at: components[step.origin]?.type.location ?? step.origin,
              help: "set `\(option)`: commands run as root there, and base images have no `sudo`",
              severity: isFirst && image != nil ? .error : nil)
          }
        } else if step.type == "shell", let image, let setUp, let component = components[step.origin],
          let call = call(in: component, operations, of: setUp, in: project)
        {
          findings.add(
            "image `\(image.name)` of build `\(build.name)` has no `sudo`", at: call.place,
            help: "leave `sudo` out: commands run as root in a container",
            severity: isFirst && call.isOfStep ? .error : nil)
        } else if operations.contains(where: { SudoUse(in: project).mayInstall($0) }) {
          // A step before may have installed it: nothing can be told of what follows.
          break
        }
        if step.type != "file" { isFirst = false }
      }
    }
  }

  /// The place of a call that a shell step certainly makes: in its `execute_command`, else in what it runs.
  private func call(
    in component: ConfiguredComponent, _ operations: [Operation], of build: Build, in project: Project
  ) -> (place: Location, isOfStep: Bool)? {
    if let command = component.options.deferred("execute_command"),
      operations.contains(where: SudoUse.isCalled)
    {
      return (SudoUse.place(in: command.text) ?? command.location, true)
    }
    return sureCall(of: component, in: build, of: project).map { ($0, false) }
  }

  private func sureCall(of component: ConfiguredComponent, in build: Build, of project: Project) -> Location?
  {
    project.guestScripts(of: component, in: build)?.first.flatMap(SudoUse.sureCall)
  }
}

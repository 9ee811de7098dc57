package import Diagnostics
package import Lint
import Packer
package import Plan
package import Project
import Source

/// Reports provisioners that call sudo in a container, where base images have none.
package struct SudoInContainer: PlanRule {
  package static let id: RuleID = "packer/sudo-in-container"

  /// Provisioners that call sudo of themselves, with the option that prevents it.
  private static let preventions = [
    "chef-client": "prevent_sudo", "chef-solo": "prevent_sudo", "puppet-masterless": "prevent_sudo",
    "puppet-server": "prevent_sudo", "salt-masterless": "disable_sudo",
  ]

  package init() {}

  package func concerns(_ project: Project) -> Bool {
    project.builds.contains { build in
      build.builder.type.value == "docker"
        && build.provisioners.contains { Self.preventions[$0.type.value] != nil }
    }
  }

  package func check(_ plan: Plan, of project: Project, _ findings: inout Findings) {
    for build in plan.builds {
      guard case .container = build.setting else { continue }
      for step in build.steps {
        guard case .provision(let operations) = step.action else { continue }
        guard let option = Self.preventions[step.type] else {
          // A step before may have installed it: nothing can be told of what follows.
          if operations.contains(where: { mayMentionSudo($0, in: project) }) { break }
          continue
        }
        if operations.contains(where: callsSudo) {
          findings.add(
            "`\(step.type)` calls `sudo` in the container of build `\(build.name)`",
            at: place(of: step, in: project),
            help: "set `\(option)`: commands run as root there, and base images have no `sudo`")
        }
      }
    }
  }

  /// The component's type, or all of it.
  private func place(of step: Step, in project: Project) -> Location {
    let provisioners = project.builds.flatMap(\.provisioners)
    return provisioners.first { $0.location == step.origin }?.type.location ?? step.origin
  }

  private func callsSudo(_ operation: Operation) -> Bool {
    guard case .run(let run) = operation else { return false }
    return mentionsSudo(Array(run.command.shown.utf8))
  }

  private func mayMentionSudo(_ operation: Operation, in project: Project) -> Bool {
    switch operation {
    case .run: return callsSudo(operation)
    case .uploadFile(let upload):
      switch upload.content {
      case .generated(let text): return mentionsSudo(Array(text.shown.utf8))
      case .file(let path), .textFile(let path):
        guard let path = path.complete, let file = project.sources[FileID(path)] else {
          // An unread file may do anything; one that is not there does nothing, and is reported as such.
          return !isAbsent(path.complete, in: project)
        }
        return mentionsSudo(file.bytes)
      }
    default: return false
    }
  }

  private func isAbsent(_ path: String?, in project: Project) -> Bool {
    project.references.contains { reference in
      guard case .absent = reference.state else { return false }
      return reference.path == path
    }
  }

  private func mentionsSudo(_ text: [UInt8]) -> Bool {
    let words = text.split { byte in " \t\r\n;&|()'\"`=".utf8.contains(byte) }
    return words.contains { $0.elementsEqual("sudo".utf8) || $0.elementsEqual("/usr/bin/sudo".utf8) }
  }
}

package import Diagnostics
package import Lint
package import Project
import ShellSyntax
import Source

/// Reports commands that wait for somebody to type.
package struct WaitingRead: ProjectRule {
  package static let id: RuleID = "shell/waiting-read"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for run in project.shellRuns where !run.script.isOnHost {
      for item in run.script.script.body.items {
        for pipeline in [item.first] + item.rest.map(\.pipeline) {
          guard let command = pipeline.commands.first, command.redirections.isEmpty,
            let program = command.program, waits(command, program.value)
          else { continue }
          findings.add(
            "`\(program.value)` waits for somebody to type", at: program.location,
            help: "give the answer with a pipe or a redirection: nobody is there during a build",
            chain: run.chain)
        }
      }
    }
  }

  private func waits(_ command: ShellCommand, _ program: String) -> Bool {
    guard case .simple(let simple) = command.body else { return false }
    let words = simple.words.compactMap(\.text)
    switch program {
    case "read": return words.first == "read" && !words.contains("-t") && !words.contains("-u")
    case "passwd":
      return !words.contains { $0.hasPrefix("-") } && words.first == "passwd"
    case "visudo", "vi", "vim", "nano", "less", "more": return words.count == 1
    default: return false
    }
  }
}

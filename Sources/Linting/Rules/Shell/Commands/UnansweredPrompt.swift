package import Diagnostics
package import Lint
package import Project
import ShellSyntax
import Source

/// Reports package managers that ask before they act.
package struct UnansweredPrompt: ProjectRule {
  package static let id: RuleID = "shell/unanswered-prompt"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    let answers = EarliestScripts(project) { script in
      ["Assume-Yes", "assumeyes", "apt.conf"].contains(where: script.script.text.bytes.mentions)
    }
    for run in project.shellRuns where !run.script.isOnHost {
      let asking = run.script.script.calls.filter { PackageInstall($0)?.asks == true }
      guard !asking.isEmpty, !answers.reach(run.script) else { continue }
      let fed = fedPrograms(run.script.script)
      for call in asking {
        guard let install = PackageInstall(call), !fed.contains(call.name.value),
          call.arguments.allSatisfy({ $0.text != nil || !$0.knownPrefix.isEmpty })
        else { continue }
        findings.add(
          "`\(call.program) \(install.verb)` asks before it acts, and nobody answers", at: call.name.location,
          help: "add `\(install.silencer)`", chain: run.chain)
      }
    }
  }

  /// The programs that get their input from a pipe or a file, which may hold the answers.
  private func fedPrograms(_ script: ShellScript) -> Set<String> {
    var names: Set<String> = []
    for pipeline in script.parts.pipelines {
      for (index, command) in pipeline.commands.enumerated() {
        let isFed = index > 0 || command.redirections.contains { $0.mark.hasPrefix("<") }
        guard isFed, case .simple(let simple) = command.body else { continue }
        names.formUnion(simple.words.compactMap(\.text))
      }
    }
    return names
  }
}

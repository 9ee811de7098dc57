package import Diagnostics
package import Lint
package import Project
import ShellSyntax

/// Reports tests whose bracket has no blank behind it.
package struct UnspacedBracket: ProjectRule {
  package static let id: RuleID = "shell/unspaced-bracket"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for run in project.shellRuns {
      for command in run.script.script.parts.commands {
        guard case .simple(let simple) = command.body, let word = simple.words.first else { continue }
        guard case .plain(let text)? = word.parts.first, text.hasPrefix("["), text != "[[",
          text == "[" ? word.parts.count > 1 : simple.words.count > 1
        else { continue }
        findings.add(
          "no blank stands behind `[`", at: word.location,
          help: "write `[ ` with a blank: `[` is a command, and what follows it an argument", chain: run.chain
        )
      }
    }
  }
}

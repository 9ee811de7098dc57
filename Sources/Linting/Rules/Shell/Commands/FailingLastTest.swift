package import Diagnostics
package import Lint
package import Project
import ShellSyntax

/// Reports scripts that end with a test whose answer becomes the script's result.
package struct FailingLastTest: ProjectRule {
  package static let id: RuleID = "shell/failing-last-test"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for run in project.shellRuns {
      guard let item = run.script.script.body.items.last, !item.isBackground, item.rest.count == 1,
        item.rest[0].joint == .and, !item.first.isNegated, let command = item.first.commands.first,
        item.first.commands.count == 1, isTest(command)
      else { continue }
      findings.add(
        "where this test is false, the script fails", at: command.location,
        help: "write `if …; then …; fi`, or add `|| true`: the last command's result is the script's",
        chain: run.chain)
    }
  }

  private func isTest(_ command: ShellCommand) -> Bool {
    switch command.body {
    case .conditional: true
    case .simple(let simple): ["[", "test"].contains(simple.words.first?.text)
    default: false
    }
  }
}

package import Diagnostics
package import Lint
package import Project
import ShellSyntax

/// Reports blanks in commands that look like one and are another sign to the shell.
package struct NonBreakingSpace: ProjectRule {
  package static let id: RuleID = "shell/non-breaking-space"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for run in project.shellRuns {
      for word in run.script.script.parts.words where word.hasPlain("\u{A0}") {
        findings.add(
          "a non-breaking space stands in this word", at: word.location,
          help: "put an ordinary blank in its place: the shell takes it for a part of the word",
          fix: word.replacing(["\u{A0}": " "], in: project), chain: run.chain)
      }
    }
  }
}

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
          chain: run.chain)
      }
    }
  }
}

extension ShellWord {
  /// Whether a sign stands in it outside quotes.
  func hasPlain(_ sign: Unicode.Scalar) -> Bool {
    parts.contains { part in
      guard case .plain(let text) = part else { return false }
      return text.unicodeScalars.contains(sign)
    }
  }
}

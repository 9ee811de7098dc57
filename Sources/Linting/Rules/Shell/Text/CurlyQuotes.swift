package import Diagnostics
package import Lint
package import Project
import ShellSyntax

/// Reports quotes of a word processor where a shell wants its own.
package struct CurlyQuotes: ProjectRule {
  package static let id: RuleID = "shell/curly-quotes"

  private static let signs: [Unicode.Scalar: String] = [
    "\u{201C}": "\"", "\u{201D}": "\"", "\u{2018}": "'", "\u{2019}": "'",
  ]

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for run in project.shellRuns {
      for word in run.script.script.parts.words where Self.signs.keys.contains(where: word.hasPlain) {
        findings.add(
          "this word has typographic quotes", at: word.location,
          help: "write `\"` or `'`: to the shell these are ordinary letters",
          // In a template a `"` would end the text.
          fix: run.script.path == nil ? nil : word.replacing(Self.signs, in: project), chain: run.chain)
      }
    }
  }
}

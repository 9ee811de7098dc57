package import Diagnostics
package import Lint
import Packer
package import Project
import ShellSyntax
import Source

/// Reports what no shell can read.
package struct SyntaxError: ProjectRule {
  package static let id: RuleID = "shell/syntax-error"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for run in project.shellRuns {
      guard let dialect = run.dialect, dialect != .korn, let fault = run.script.script.faults.first,
        fault.problem != .tooDeep, !isPartlyKnown(run.script.script),
        !isLeft(run.script.script, before: fault.location)
      else { continue }
      findings.add(
        "the shell stops here: \(fault.message)", at: fault.location,
        help: "everything from here on is not run", chain: run.chain)
    }
  }

  /// Whether something in it is known to the run alone: a whole line of `inline` may be.
  private func isPartlyKnown(_ script: ShellScript) -> Bool {
    script.text.bytes.mentions(OptionValue.placeholder)
  }

  /// Whether the script ends before a place in every run, so that the rest is never read.
  private func isLeft(_ script: ShellScript, before place: Location) -> Bool {
    script.calls.contains { call in
      ["exit", "exec"].contains(call.name.value) && call.certainty == .always && call.function == nil
        && call.name.location < place
    }
  }
}

package import Diagnostics
package import Lint
import Packer
package import Project
import ShellSyntax
import Source

/// Reports first lines that `execute_command` passes over.
package struct IgnoredShebang: ProjectRule {
  package static let id: RuleID = "shell/ignored-shebang"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for run in project.scriptRuns {
      guard let interpreter = run.call.interpreter, let shebang = run.script.script.shebang, isWritten(run),
        interpreter != ".", interpreter != "source", run.isText
      else { continue }
      if shebang.program != interpreter, !isCloseEnough(shebang.program, interpreter) {
        findings.add(
          "the first line names `\(shebang.program)`, and `execute_command` runs `\(interpreter)`",
          at: shebang.location,
          help: "call the script by its path, `{{.Path}}`, or name `\(shebang.program)` there",
          chain: run.chain)
      } else if let lost = lostOptions(shebang, run) {
        findings.add(
          "`\(lost)` of the first line is lost: `execute_command` runs `\(interpreter)` without it",
          at: shebang.location, help: "write `set \(lost)` into the script, or call it by its path",
          chain: run.chain)
      }
    }
  }

  /// Whether somebody wrote the line: that of `inline` is Packer's own unless the option gives it.
  private func isWritten(_ run: ScriptRun) -> Bool {
    run.script.path != nil || run.component.options["inline_shebang"] != nil
  }

  /// Bash reads what any plain shell does, and versions of one language each other's scripts.
  private func isCloseEnough(_ program: String, _ interpreter: String) -> Bool {
    let (wanted, runs) = (ShellDialect(program: program), ShellDialect(program: interpreter))
    if wanted == .posix, runs.isShell { return true }
    return program.hasPrefix(interpreter) || interpreter.hasPrefix(program)
  }

  /// The options that change when the script fails and that nothing gives again.
  private func lostOptions(_ shebang: Shebang, _ run: ScriptRun) -> String? {
    guard shebang.dialect.isShell, let option = shebang.arguments.last, option.hasPrefix("-"),
      option.contains("e"),
      !option.hasPrefix("--")
    else { return nil }
    if run.call.options.contains(where: { $0.hasPrefix("-") && $0.contains("e") }) { return nil }
    let isSet = run.script.script.calls.contains { call in
      call.name.value == "set" && (call.has("--errexit", or: "e") || call.words.contains("errexit"))
    }
    return isSet ? nil : option
  }
}

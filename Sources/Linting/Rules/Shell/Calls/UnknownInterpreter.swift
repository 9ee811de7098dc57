package import Diagnostics
package import Lint
import Packer
package import Project
import ShellSyntax
import Source

/// Reports first lines that name an interpreter which no system has.
package struct UnknownInterpreter: ProjectRule {
  package static let id: RuleID = "shell/unknown-interpreter"

  private static let known: Set = [
    "ash", "awk", "bash", "busybox", "csh", "dash", "env", "expect", "fish", "gawk", "groovy", "ksh", "ksh93",
    "lua",
    "mksh", "node", "nodejs", "nu", "osascript", "perl", "php", "powershell", "pwsh", "python", "python2",
    "python3", "rbash", "rc", "ruby", "sed", "sh", "swift", "tclsh", "tcsh", "zsh", "ansible-playbook",
    "chef-apply",
    "make", "guile", "nft", "elixir", "escript", "Rscript", "julia", "deno", "bun", "xonsh", "stap",
    "bpftrace",
  ]

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for run in project.scriptRuns where run.call.isByPath && run.isText {
      guard let shebang = run.script.script.shebang, !shebang.interpreter.isEmpty else { continue }
      if run.script.path == nil, run.component.options["inline_shebang"] == nil { continue }
      let path = shebang.interpreter
      if !path.hasPrefix("/") {
        if path.contains("{") || path.contains("OVENPROOF") { continue }
        findings.add(
          "interpreter `\(path)` is not an absolute path", at: shebang.interpreterLocation,
          help: "write `#!/bin/\(path)`, or `#!/usr/bin/env \(path)`", chain: run.chain)
        continue
      }
      guard ["/bin/", "/usr/bin/", "/usr/sbin/", "/sbin/"].contains(where: path.hasPrefix) else { continue }
      let program = shebang.program
      guard isUnknown(program), !isMade(program, run, in: project) else { continue }
      let near = Suggestion.nearest(to: program, among: Self.known.sorted())
      findings.add(
        "no interpreter is called `\(program)`", at: shebang.interpreterLocation,
        help: near.map { "did you mean `\($0)`?" } ?? "an earlier step must install it", chain: run.chain)
    }
  }

  private func isUnknown(_ program: String) -> Bool {
    if Self.known.contains(program) { return false }
    // Versions, such as `python3.11` and `ruby2.7`; not of shells, which carry none.
    let stem = String(program.prefix { !"0123456789.-".contains($0) })
    return !(Self.known.contains(stem) && !ShellDialect(program: stem).isShell)
  }

  /// Whether an earlier step of the build speaks of the program.
  private func isMade(_ program: String, _ run: ScriptRun, in project: Project) -> Bool {
    let before = run.build.provisioners.filter { $0.position < run.component.position }
    if before.contains(where: { !["shell", "file", "shell-local"].contains($0.type.value) }) { return true }
    return run.earlier(in: project).contains { $0.script.text.bytes.mentions(program) }
  }
}

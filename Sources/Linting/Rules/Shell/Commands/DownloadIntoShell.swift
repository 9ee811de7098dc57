package import Diagnostics
package import Lint
package import Project
import ShellSyntax
import Source

/// Reports downloads that are run unseen.
package struct DownloadIntoShell: ProjectRule {
  package static let id: RuleID = "shell/download-into-shell"

  private static let shells: Set = ["sh", "bash", "dash", "zsh", "ksh", "python", "python3", "perl", "ruby"]

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for run in project.shellRuns {
      let parts = run.script.script.parts
      for pipeline in parts.pipelines where pipeline.commands.count > 1 {
        guard let first = pipeline.commands.first?.program, ["curl", "wget"].contains(first.value),
          let shell = pipeline.commands.dropFirst().compactMap(\.program).first(where: {
            Self.shells.contains($0.value)
          })
        else { continue }
        report(
          "`\(shell.value)` runs what `\(first.value)` downloads, whatever that is on the day",
          first.location, run, &findings)
      }
      for call in run.script.script.calls where Self.shells.contains(call.program) {
        guard
          let inner = call.arguments.flatMap(\.substitutions).first?.items.first?.first.commands.first?
            .program,
          ["curl", "wget"].contains(inner.value)
        else { continue }
        report(
          "`\(call.program)` runs what `\(inner.value)` downloads, whatever that is on the day",
          inner.location, run, &findings)
      }
    }
  }

  private func report(_ message: String, _ place: Location, _ run: ScriptRun, _ findings: inout Findings) {
    findings.add(
      message, at: place, help: "download a named version, compare its checksum, and run it then",
      chain: run.chain)
  }
}

package import Diagnostics
package import Lint
import Packer
package import Project
import ShellSyntax
import Source

/// Reports packages of Debian that are installed while debconf may ask questions.
package struct InteractiveInstall: ProjectRule {
  package static let id: RuleID = "shell/interactive-install"

  private static let name = "DEBIAN_FRONTEND"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    let quiet = EarliestScripts(project) { script in
      let text = script.script.text.bytes
      return [Self.name, "debconf/frontend", "debconf-set-selections"].contains(where: text.mentions)
    }
    for run in project.shellRuns where !run.script.isOnHost {
      let installs = run.script.script.calls.compactMap(PackageInstall.init)
      // One place is enough: the variable is set once for all of them.
      guard let first = installs.first(where: { $0.manager == .apt && !$0.asks }), !quiet.reach(run.script),
        !isQuiet(run)
      else { continue }
      findings.add(
        "`\(first.call.program) \(first.verb)` may open a dialog: `\(Self.name)` is not set",
        at: first.call.name.location,
        help: "set `\(Self.name)=noninteractive`, in `environment_vars` or in the script", chain: run.chain)
    }
  }

  /// Whether the provisioner or the image sets the variable.
  private func isQuiet(_ run: ScriptRun) -> Bool {
    if run.environment.contains(Self.name) || !run.isEnvironmentKnown { return true }
    let texts =
      run.component.options.deferredTexts("execute_command").map(\.text.string)
      + run.build.builder.options.texts("changes").map(\.value.shown)
    return texts.contains { $0.contains(Self.name) }
  }
}

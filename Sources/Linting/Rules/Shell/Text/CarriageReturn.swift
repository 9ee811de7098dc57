package import Diagnostics
package import Lint
import Packer
package import Project
import ShellSyntax
import Source

/// Reports scripts that reach the shell with the line ends of Windows.
package struct CarriageReturn: ProjectRule {
  package static let id: RuleID = "shell/carriage-return"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for run in project.scriptRuns where run.call.isByPath {
      guard run.script.path != nil, let shebang = run.script.script.shebang, shebang.hasCarriageReturn,
        let reason = reason(run)
      else { continue }
      findings.add(
        "the first line of \(run.name) ends in CR LF, and \(reason)", at: shebang.location,
        help:
          "save it with LF alone: the kernel takes the carriage return for a part of the interpreter's name",
        fix: fix(of: shebang.location.file, in: project), chain: run.chain)
    }
  }

  /// Every line of the script ended by LF alone.
  private func fix(of script: FileID, in project: Project) -> Fix? {
    guard let bytes = project.sources[script]?.bytes else { return nil }
    let ends = bytes.indices.dropLast().filter { bytes[$0] == 0x0D && bytes[$0 + 1] == 0x0A }
    return Fix(
      .safe, edits: ends.map { .init(replacing: Location(script, ByteRange($0, $0 + 1)), with: "") })
  }

  /// Why the line ends stay; nil where Packer turns them into those of Unix.
  private func reason(_ run: ScriptRun) -> String? {
    if run.script.isOnHost { return "it is run as it stands" }
    guard run.component.type.value == "shell", run.component.options.flag("binary") == true else {
      return nil
    }
    return "`binary` keeps it so"
  }
}

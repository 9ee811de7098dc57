package import Diagnostics
package import Lint
import Packer
package import Project
import ShellSyntax
import Source

/// Reports scripts that are no text and are changed on their way to the machine.
package struct BinaryScript: ProjectRule {
  package static let id: RuleID = "packer/binary-script"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for script in project.scripts where !script.isOnHost {
      guard let path = script.path, script.script.text.bytes.contains(0), script.owner.type == "shell",
        let component = project.component(script.owner), component.options.flag("binary") != true
      else { continue }
      findings.add(
        "script `\(path)` is no text, and its line ends are converted", at: script.location,
        help: "set `binary` to `true`, which uploads it byte by byte")
    }
  }
}

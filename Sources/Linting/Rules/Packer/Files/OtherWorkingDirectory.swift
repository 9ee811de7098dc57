package import Diagnostics
package import Lint
import Packer
package import Project
import Source

/// Reports templates whose files are found only from another folder than their own.
package struct OtherWorkingDirectory: ProjectRule {
  package static let id: RuleID = "packer/other-working-directory"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    let folder = project.paths.directory
    let root = project.paths.root
    let own = TreePath.parent(TreePath.absolute(project.template.path, from: root))
    guard project.paths.isGuessed, TreePath.absolute(folder, from: root) != own else { return }
    let relative = project.references.first { reference in
      reference.state == .present && reference.written.map { !$0.hasPrefix("/") } == true
    }
    guard let relative else { return }
    let name = folder.isEmpty ? "." : folder
    findings.add(
      "the files of this template are found from `\(name)`, not from its own folder", at: relative.location,
      help: "start the build there, and say so with `working-directory: \(name)` for it in `.ovenproof.yaml`")
  }
}

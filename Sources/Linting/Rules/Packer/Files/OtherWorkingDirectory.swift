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
    guard project.paths.isGuessed, folder != own(project.template),
      !folder.isEmpty || hasFolder(project.template)
    else {
      return
    }
    let relative = project.references.first { reference in
      reference.state == .present && reference.written.map { !$0.hasPrefix("/") } == true
    }
    guard let relative else { return }
    let name = folder.isEmpty ? "." : folder
    findings.add(
      "the files of this template are found from `\(name)`, not from its own folder", at: relative.location,
      help: "start the build there, and say so with `working-directory: \(name)` for it in `.ovenproof.yaml`")
  }

  private func own(_ template: FileID) -> String {
    guard let slash = template.path.lastIndex(of: "/") else { return "" }
    return String(template.path[..<slash])
  }

  private func hasFolder(_ template: FileID) -> Bool { template.path.contains("/") }
}

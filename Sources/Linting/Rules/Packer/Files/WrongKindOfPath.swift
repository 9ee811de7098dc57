package import Diagnostics
package import Lint
package import Project

/// Reports folders where a file is needed, and files where a folder is.
package struct WrongKindOfPath: ProjectRule {
  package static let id: RuleID = "packer/wrong-kind-of-path"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for reference in project.references where reference.state == .wrongKind {
      let isFileWanted = reference.kind.wanted == .file
      findings.add(
        "\(reference.kind.rawValue) `\(reference.written ?? "")` is a \(isFileWanted ? "folder" : "file")",
        at: reference.location, help: "name a \(isFileWanted ? "file" : "folder") here")
    }
  }
}

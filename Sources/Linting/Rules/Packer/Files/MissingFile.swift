package import Diagnostics
package import Lint
package import Project

/// Reports files and folders that a component names and that are not there.
package struct MissingFile: ProjectRule {
  package static let id: RuleID = "packer/missing-file"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for reference in project.references {
      let what = "\(reference.kind.rawValue) `\(reference.written ?? "")`"
      switch reference.state {
      case .absent(let near):
        findings.add(
          "\(what) does not exist", at: reference.location,
          help: near.map { "did you mean `\($0)`?" }
            ?? "check the path; it is taken from the folder in which the build is started")
      case .unreadable(let reason):
        findings.add(
          "\(what) cannot be read: \(reason)", at: reference.location, help: "check what stands there")
      default: break
      }
    }
  }
}

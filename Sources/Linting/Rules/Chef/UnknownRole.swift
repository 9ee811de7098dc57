import Chef
package import Diagnostics
package import Lint
package import Project

/// Reports roles of a run list that are not there.
package struct UnknownRole: ProjectRule {
  package static let id: RuleID = "chef/unknown-role"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for (list, entry) in project.runListEntries {
      guard case .roleMissing(let near) = entry.state, case .role(let name) = entry.item.form else {
        continue
      }
      findings.add(
        "no role is called `\(name)`", at: entry.item.location,
        help: near.map { "did you mean `\($0)`?" }
          ?? "a role is a file of the folder that `roles_path` names",
        chain: project.chain(of: list, entry))
    }
  }
}

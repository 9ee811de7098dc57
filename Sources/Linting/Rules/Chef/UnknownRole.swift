import Chef
package import Diagnostics
package import Lint
package import Project

/// Reports roles of a run list that are not there.
package struct UnknownRole: ProjectRule {
  package static let id: RuleID = "chef/unknown-role"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for fault in project.chefFaults {
      guard case .missingRole(let name, _, let near) = fault.kind else { continue }
      findings.add(
        "no role is called `\(name)`", at: fault.location,
        help: near.map { "did you mean `\($0)`?" }
          ?? "a role is a file of the folder that `roles_path` names",
        chain: fault.chain)
    }
  }
}

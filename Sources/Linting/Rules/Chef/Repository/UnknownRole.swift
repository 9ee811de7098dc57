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
      guard case .missingRole(let name, let folder, let near) = fault.kind else { continue }
      findings.add(
        fault, "no role is called `\(name)`",
        help: near.map { "did you mean `\($0)`?" }
          ?? (folder.map { "a role is a file of `\($0)` itself, `\(name).json` or `\(name).rb`" }
            ?? "name the folder of the roles with `roles_path`"))
    }
  }
}

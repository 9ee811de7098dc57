import Chef
package import Diagnostics
package import Lint
package import Project

/// Reports cookbooks that a run list or another cookbook wants and no cookbook path holds.
package struct UnknownCookbook: ProjectRule {
  package static let id: RuleID = "chef/unknown-cookbook"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for fault in project.chefFaults {
      guard case .missingCookbook(let name, let near) = fault.kind else { continue }
      findings.add(
        fault, "no cookbook path holds cookbook `\(name)`",
        help: near.map { "did you mean `\($0)`?" }
          ?? "put it into a folder that `cookbook_paths` names: nothing is fetched")
    }
  }
}

import Chef
package import Diagnostics
package import Lint
package import Project

/// Reports items of a run list that Chef cannot read.
package struct MalformedRunListItem: ProjectRule {
  package static let id: RuleID = "chef/malformed-run-list-item"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for fault in project.chefFaults {
      guard case .malformedItem(let text) = fault.kind else { continue }
      findings.add(
        fault, "`\(text)` is no item of a run list",
        help: "write `recipe[NAME]`, `role[NAME]` or the name of a cookbook")
    }
  }
}

import Chef
package import Diagnostics
package import Lint
package import Project

/// Reports cookbooks whose version is not the one that is asked for.
package struct UnmetDependency: ProjectRule {
  package static let id: RuleID = "chef/unmet-dependency"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for fault in project.chefFaults {
      guard case .unmetConstraint(let cookbook, let constraint, let found) = fault.kind else { continue }
      findings.add(
        fault, "cookbook `\(cookbook)` is \(found), and `\(constraint)` is asked for",
        help:
          "chef-solo fetches no other version: put a fitting one into the cookbook path, or change what is asked for"
      )
    }
  }
}

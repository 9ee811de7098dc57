import Chef
package import Diagnostics
package import Lint
package import Project

/// Reports cookbooks that an earlier cookbook path hides.
package struct HiddenCookbook: ProjectRule {
  package static let id: RuleID = "chef/hidden-cookbook"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for fault in project.chefFaults {
      guard case .hiddenCookbook(let path, let first, let isSame) = fault.kind else { continue }
      findings.add(
        fault,
        isSame
          ? "`\(path)` is never read: `\(first)` holds the same"
          : "`\(path)` is never read: `\(first)` hides it",
        atMost: isSame ? .info : .error,
        help: "the first path wins whole, nothing is merged: keep one of them")
    }
  }
}

import Chef
package import Diagnostics
package import Lint
package import Project

/// Reports Chef provisioners that are given no cookbooks at all.
package struct NoCookbookPath: ProjectRule {
  package static let id: RuleID = "chef/no-cookbook-path"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for fault in project.chefFaults {
      guard case .noCookbookPath = fault.kind else { continue }
      findings.add(
        fault, "the provisioner is given no cookbooks",
        help: "name the folders that hold them with `cookbook_paths`: without one every run fails")
    }
  }
}

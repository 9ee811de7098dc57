import Chef
package import Diagnostics
package import Lint
package import Project

/// Reports cookbooks whose folder has another name than their metadata.
package struct MisnamedCookbook: ProjectRule {
  package static let id: RuleID = "chef/misnamed-cookbook"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for fault in project.chefFaults {
      guard case .misnamedCookbook(let folder, let name) = fault.kind else { continue }
      findings.add(
        fault, "the cookbook in folder `\(folder)` calls itself `\(name)`",
        help: "chef-solo finds it by the name of the folder: call the folder `\(name)`")
    }
  }
}

import Chef
package import Diagnostics
package import Lint
package import Project

/// Reports recipes that a run list names and the cookbook does not have.
package struct UnknownRecipe: ProjectRule {
  package static let id: RuleID = "chef/unknown-recipe"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for fault in project.chefFaults {
      guard case .missingRecipe(let name, let folder, let near) = fault.kind else { continue }
      findings.add(
        fault, "cookbook `\(name.cookbook)` has no recipe `\(name.recipe)`",
        help: near.map { "did you mean `\($0)`?" } ?? "recipes are the files of `\(folder)`")
    }
  }
}

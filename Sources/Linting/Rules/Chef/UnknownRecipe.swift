import Chef
package import Diagnostics
package import Lint
package import Project

/// Reports items of a run list whose cookbook has no such recipe.
package struct UnknownRecipe: ProjectRule {
  package static let id: RuleID = "chef/unknown-recipe"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for fault in project.chefFaults {
      guard case .missingRecipe(let name, let folder, let near) = fault.kind else { continue }
      findings.add(
        "cookbook `\(name.cookbook)` has no recipe `\(name.recipe)`", at: fault.location,
        help: near.map { "did you mean `\($0)`?" } ?? "recipes are the files of `\(folder)`",
        chain: fault.chain)
    }
  }
}

import Chef
package import Diagnostics
package import Lint
package import Project

/// Reports items of a run list whose cookbook has no such recipe.
package struct UnknownRecipe: ProjectRule {
  package static let id: RuleID = "chef/unknown-recipe"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for (list, entry) in project.runListEntries {
      guard case .recipeMissing(let cookbook, let near) = entry.state,
        case .recipe(let name, _) = entry.item.form
      else { continue }
      findings.add(
        "cookbook `\(name.cookbook)` has no recipe `\(name.recipe)`", at: entry.item.location,
        help: near.map { "did you mean `\($0)`?" } ?? "recipes are the files of `\(cookbook.path)/recipes`",
        chain: project.chain(of: list, entry))
    }
  }
}

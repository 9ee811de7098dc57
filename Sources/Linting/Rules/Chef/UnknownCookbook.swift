import Chef
package import Diagnostics
package import Lint
package import Project

/// Reports items of a run list whose cookbook no cookbook path holds.
package struct UnknownCookbook: ProjectRule {
  package static let id: RuleID = "chef/unknown-cookbook"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for (list, entry) in project.runListEntries {
      guard case .cookbookMissing(let near) = entry.state, case .recipe(let name, _) = entry.item.form else {
        continue
      }
      findings.add(
        "no cookbook path holds cookbook `\(name.cookbook)`", at: entry.item.location,
        help: near.map { "did you mean `\($0)`?" }
          ?? "put it into a folder that `cookbook_paths` names: nothing is fetched",
        chain: project.chain(of: list, entry))
    }
  }
}

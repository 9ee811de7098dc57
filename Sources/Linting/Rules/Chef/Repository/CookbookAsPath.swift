import Chef
package import Diagnostics
package import Lint
package import Project

/// Reports cookbook paths that are cookbooks themselves.
package struct CookbookAsPath: ProjectRule {
  package static let id: RuleID = "chef/cookbook-as-path"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for fault in project.chefFaults {
      guard case .cookbookAsPath(let path) = fault.kind else { continue }
      let parent = path.split(separator: "/").dropLast().joined(separator: "/")
      findings.add(
        fault, "`\(path)` is a cookbook, and no folder of cookbooks",
        help: parent.isEmpty ? "name the folder above it" : "name the folder above it, `\(parent)`")
    }
  }
}

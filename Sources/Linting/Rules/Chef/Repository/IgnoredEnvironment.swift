import Chef
package import Diagnostics
package import Lint
package import Project

/// Reports environments that Packer drops, since it was given no folder of environments.
package struct IgnoredEnvironment: ProjectRule {
  package static let id: RuleID = "chef/ignored-environment"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for fault in project.chefFaults {
      guard case .environmentWithoutFolder(let name) = fault.kind else { continue }
      findings.add(
        fault, "environment `\(name)` is dropped without a word",
        help: "set `environments_path` too: Packer writes the environment only together with its folder")
    }
  }
}

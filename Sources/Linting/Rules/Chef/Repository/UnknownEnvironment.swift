import Chef
package import Diagnostics
package import Lint
package import Project

/// Reports environments that are not there.
package struct UnknownEnvironment: ProjectRule {
  package static let id: RuleID = "chef/unknown-environment"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for fault in project.chefFaults {
      guard case .missingEnvironment(let name, let folder, let near) = fault.kind else { continue }
      findings.add(
        fault, "no environment is called `\(name)`",
        help: near.map { "did you mean `\($0)`?" }
          ?? "an environment is a file of `\(folder)` itself, `\(name).json` or `\(name).rb`")
    }
  }
}

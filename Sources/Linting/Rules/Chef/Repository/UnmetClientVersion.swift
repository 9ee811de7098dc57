import Chef
package import Diagnostics
package import Lint
package import Project

/// Reports cookbooks that refuse the client which the template installs.
package struct UnmetClientVersion: ProjectRule {
  package static let id: RuleID = "chef/unmet-client-version"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for fault in project.chefFaults {
      guard case .unmetClient(let tool, let cookbook, let conditions) = fault.kind else { continue }
      let wanted = Wording.joined(conditions.map { "`\($0)`" }, by: "or")
      findings.add(
        fault, "cookbook `\(cookbook)` wants \(tool.rawValue) \(wanted), and another version runs",
        help: "set `version` of the provisioner, or take a version of the cookbook that goes with it")
    }
  }
}

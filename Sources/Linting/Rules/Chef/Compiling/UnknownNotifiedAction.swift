import Chef
package import Diagnostics
package import Lint
package import Project

/// Reports notifications of actions that the notified resource does not have.
package struct UnknownNotifiedAction: ProjectRule {
  package static let id: RuleID = "chef/unknown-notified-action"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for fault in project.compileFaults where fault.certainty == .sure {
      guard case .badNotifiedAction(let action, let target, let allowed) = fault.kind else { continue }
      findings.add(
        "`\(target)` has no action `:\(action)`", at: fault.location,
        help: "its actions are " + allowed.map { "`:\($0)`" }.joined(separator: ", "), chain: fault.chain)
    }
  }
}

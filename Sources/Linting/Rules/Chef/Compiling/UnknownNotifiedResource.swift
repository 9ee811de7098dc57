import Chef
package import Diagnostics
package import Lint
package import Project

/// Reports notifications of resources that are nowhere in the collection.
package struct UnknownNotifiedResource: ProjectRule {
  package static let id: RuleID = "chef/unknown-notified-resource"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for fault in project.compileFaults where fault.certainty == .sure {
      guard case .missingNotified(let target, let near) = fault.kind else { continue }
      findings.add(
        "`\(target)` is notified and never declared", at: fault.location,
        help: near.map { "did you mean `\($0)`?" }, chain: fault.chain)
    }
  }
}

import Chef
package import Diagnostics
package import Lint
package import Project

/// Reports templates and files that resources take from a cookbook which does not have them.
package struct MissingCookbookFile: ProjectRule {
  package static let id: RuleID = "chef/missing-cookbook-file"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for fault in project.compileFaults where fault.certainty == .sure {
      guard case .missingFile(let segment, let source, let cookbook, let near) = fault.kind else { continue }
      let looked = fault.notes.first.map { "Chef " + $0 }
      findings.add(
        "cookbook `\(cookbook)` has no `\(source)` in its folder `\(segment.rawValue)`", at: fault.location,
        help: near.map { "did you mean `\($0)`?" } ?? looked, chain: fault.chain)
    }
  }
}

import Chef
package import Diagnostics
package import Lint
package import Project

/// Reports faults of the files that say where cookbooks come from.
package struct BrokenCookbookSource: ProjectRule {
  package static let id: RuleID = "chef/broken-cookbook-source"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for fault in project.chefFaults {
      switch fault.kind {
      case .missingSourcePath(let path, let cookbook):
        findings.add(fault, "`\(path)`, from which cookbook `\(cookbook)` is taken, is not there")
      case .doubledSource(let cookbook):
        findings.add(fault, "cookbook `\(cookbook)` is named twice", help: "keep one of the two")
      default: continue
      }
    }
  }
}

import Chef
package import Diagnostics
package import Lint
package import Project

/// Reports roles, environments, data bags and metadata that cannot be read.
package struct MalformedData: ProjectRule {
  package static let id: RuleID = "chef/malformed-data"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for fault in project.chefFaults {
      switch fault.kind {
      case .malformedJSON(let object, let message):
        findings.add(fault, "\(object.rawValue) cannot be read: \(message)")
      case .unreadableFile(let reason):
        findings.add(fault, "a file that Chef reads cannot be read: \(reason)")
      default: continue
      }
    }
  }
}

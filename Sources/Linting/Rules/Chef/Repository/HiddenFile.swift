import Chef
package import Diagnostics
package import Lint
package import Project

/// Reports files that are never read, since another one has their name.
package struct HiddenFile: ProjectRule {
  package static let id: RuleID = "chef/hidden-file"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for fault in project.chefFaults {
      switch fault.kind {
      case .doubledObject(let object, let name, let ignored):
        // The file itself is not read, and so has no lines: what names it does.
        findings.add(
          "\(object.rawValue) `\(name)` is there twice: `\(ignored)` is never read",
          at: fault.chain.last?.location ?? fault.location, help: "keep one of the two", chain: fault.chain)
      case .doubledFile(let ignored, let other):
        findings.add(
          fault, "`\(ignored)` is never loaded: `\(other)` has the same name",
          help: "Chef goes by the name of the file alone, whatever folder it is in: rename one of them")
      default: continue
      }
    }
  }
}

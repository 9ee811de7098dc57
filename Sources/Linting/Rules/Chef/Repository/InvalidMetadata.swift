import Chef
package import Diagnostics
package import Lint
package import Project

/// Reports metadata with which Chef cannot load a cookbook.
package struct InvalidMetadata: ProjectRule {
  package static let id: RuleID = "chef/invalid-metadata"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for fault in project.chefFaults {
      switch fault.kind {
      case .metadataWithoutName:
        findings.add(
          fault, "the metadata gives the cookbook no name",
          help: "write `name 'NAME'`, as the folder is called")
      case .malformedVersion(let text):
        findings.add(
          fault, "`\(text)` is no version of a cookbook", help: "write two or three numbers, `1.0.0`")
      case .malformedConstraint(let text):
        findings.add(
          fault, "`\(text)` is no constraint of a version",
          help: "write an operator and a version, `'~> 1.2'`")
      case .severalConstraints(let cookbook):
        findings.add(
          fault, "`depends '\(cookbook)'` has more than one constraint",
          help: "Chef takes one: `~> 1.2` stands for `>= 1.2` and `< 2.0`")
      case .selfDependency(let name):
        findings.add(fault, "cookbook `\(name)` depends on itself", help: "take the line out")
      case .missingMetadataFile(let path):
        findings.add(
          fault, "the metadata reads `\(path)`, which is not there",
          help: "take the line out, or put the file there: the cookbook cannot be loaded without it")
      default: continue
      }
    }
  }
}

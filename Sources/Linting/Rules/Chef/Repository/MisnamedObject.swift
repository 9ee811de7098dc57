import Chef
package import Diagnostics
package import Lint
package import Project

/// Reports roles and environments that call themselves otherwise than their file.
package struct MisnamedObject: ProjectRule {
  package static let id: RuleID = "chef/misnamed-object"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for fault in project.chefFaults {
      guard case .misnamedObject(let object, let inside, let file) = fault.kind else { continue }
      findings.add(
        fault, "\(object.rawValue) `\(file)` calls itself `\(inside)`",
        help: "chef-solo finds it by the name of the file: give it one name")
    }
  }
}

package import Diagnostics
package import Lint
package import Project
import RubySyntax

/// Reports recipes that end the client by force.
package struct ForcedExit: ProjectRule {
  package static let id: RuleID = "chef/forced-exit"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for (run, file) in ChefStep.rubyFiles(in: project) where file.part != .template {
      for method in ["fatal!", "exit!"] {
        for place in file.outline.places(of: method)
        where file.receiver(at: place) == "Chef::Application" {
          guard let location = file.selector(at: place) else { continue }
          let gravity = file.gravity(at: place)
          findings.add(
            gravity == .error
              ? "`Chef::Application.\(method)` ends every run here"
              : "`Chef::Application.\(method)` kills the client",
            at: location, atMost: gravity == .error ? .error : .info,
            help: "`raise` ends the run as well, and says where: no handler or report sees this one",
            chain: run.chain(to: file))
        }
      }
    }
  }
}

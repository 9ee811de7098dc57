package import Diagnostics
package import Lint
import Packer
package import Project
import RubySyntax
import Source

/// Reports searches of a server's nodes and roles where chef-solo has no server.
package struct SearchWhileBaking: ProjectRule {
  package static let id: RuleID = "chef/search-while-baking"

  private static let indexes: Set = ["client", "environment", "node"]

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for (run, file) in ChefBake.rubyFiles(in: project) where run.component.type.value == "chef-solo" {
      for method in ["search", "partial_search"] {
        for place in file.outline.places(of: method) {
          guard let call = file.outline.call(at: place), call.receiver == nil,
            let index = file.outline.arguments(at: place).first.flatMap(file.tree.constantText),
            Self.indexes.contains(index), let location = file.selector(at: place)
          else { continue }
          findings.add(
            "`\(method)` of `:\(index)` finds nothing while an image is baked", at: location,
            help: "chef-solo has no server: take the values from attributes or a data bag",
            chain: run.chain(to: file))
        }
      }
    }
  }
}

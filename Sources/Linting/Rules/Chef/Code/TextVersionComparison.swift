package import Diagnostics
package import Lint
package import Project
import RubySyntax
import Source

/// Reports versions of platforms that are ordered as texts.
package struct TextVersionComparison: ProjectRule {
  package static let id: RuleID = "chef/text-version-comparison"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for (run, file) in ChefStep.rubyFiles(in: project) {
      for method in ["<", ">", "<=", ">="] {
        for place in file.outline.places(of: method) {
          guard let left = file.outline.call(at: place)?.receiver, file.isAttribute("platform_version", left),
            let right = file.outline.arguments(at: place).first, let text = file.tree.constantText(of: right)
          else { continue }
          findings.add(
            "versions are ordered as texts here: \"10\" comes before \"9\"",
            at: file.tree.location(of: file.outline.calls[place].node),
            help: "compare numbers: `node['platform_version'].to_i \(method) \(text)`",
            chain: run.chain(to: file))
        }
      }
    }
  }
}

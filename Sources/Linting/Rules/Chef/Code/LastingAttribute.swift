package import Diagnostics
package import Lint
package import Project
import RubySyntax

/// Reports writes to the node that outlive the run, and so stay in the image.
package struct LastingAttribute: ProjectRule {
  package static let id: RuleID = "chef/lasting-attribute"

  private static let words = [
    "normal": "`node.normal` is kept with the node, and beats defaults in later runs",
    "normal_unless": "`node.normal_unless` is kept with the node, and beats defaults in later runs",
    "save": "`node.save` keeps the node as it is in the middle of a run",
  ]

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for (run, file) in ChefStep.rubyFiles(in: project) {
      for method in Self.words.keys.sorted() {
        for place in file.outline.places(of: method) where file.isSentToNode(at: place) {
          guard let location = file.selector(at: place), let words = Self.words[method] else { continue }
          findings.add(
            words, at: location,
            help: method == "save" ? "leave it out: Chef saves the node at the end" : "write `node.default`",
            chain: run.chain(to: file))
        }
      }
    }
  }
}

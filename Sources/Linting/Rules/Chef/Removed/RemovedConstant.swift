import Chef
package import Diagnostics
package import Lint
package import Project
import RubySyntax

/// Reports classes and mixins that the client does not have any more.
package struct RemovedConstant: ProjectRule {
  package static let id: RuleID = "chef/removed-constant"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for (run, file) in ChefStep.rubyFiles(in: project) {
      for constant in file.outline.constants {
        guard let path = file.tree.constantPath(of: constant.node),
          let feature = RemovedFeatures.known.constants[path],
          let use = run.gravity(of: feature, isMet: file.isLoaded && !constant.isConditional)
        else { continue }
        findings.add(
          "`\(path)` \(use.words)", at: file.tree.location(of: constant.node), atMost: use.severity,
          help: use.help, chain: run.chain(to: file))
      }
    }
  }
}

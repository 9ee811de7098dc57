import Chef
package import Diagnostics
package import Lint
package import Project
import RubySyntax

/// Reports methods that the client, or the Ruby in it, does not have any more.
package struct RemovedMethod: ProjectRule {
  package static let id: RuleID = "chef/removed-method"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for (run, file) in ChefStep.rubyFiles(in: project) {
      for feature in RemovedFeatures.known.methods {
        for place in file.outline.places(of: feature.name) where isMeant(feature, place, file) {
          guard !run.defines(feature.name), let location = file.selector(at: place),
            let use = run.gravity(of: feature, isMet: file.gravity(at: place) == .error)
          else { continue }
          let name = feature.receiver.map { "\($0).\(feature.name)" } ?? feature.name
          findings.add(
            "`\(name)` \(use.words)", at: location, atMost: use.severity, help: use.help,
            chain: run.chain(to: file))
        }
      }
    }
  }

  private func isMeant(_ feature: RemovedFeature, _ place: Int, _ file: ProjectRubyFile) -> Bool {
    switch feature.receiver {
    case nil: file.outline.call(at: place)?.receiver == nil
    case "node": file.isSentToNode(at: place)
    case let receiver: file.receiver(at: place) == receiver
    }
  }
}

extension ChefStep {
  /// Whether a cookbook of the run defines a method of a name.
  fileprivate func defines(_ method: String) -> Bool {
    chef.rubyFiles.contains { $0.outline.definitions.contains(method) }
  }
}

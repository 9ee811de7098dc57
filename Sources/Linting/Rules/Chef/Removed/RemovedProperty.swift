import Chef
package import Diagnostics
package import Lint
package import Project
import RubySyntax

/// Reports properties and actions that a resource of the client does not have any more.
package struct RemovedProperty: ProjectRule {
  package static let id: RuleID = "chef/removed-property"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for (run, file) in ChefStep.rubyFiles(in: project) where file.part != .template {
      for feature in RemovedFeatures.known.properties where !file.outline.places(of: feature.name).isEmpty {
        let types = feature.resources.isEmpty ? DeclaredResource.fileTypes + ["execute"] : feature.resources
        for resource in DeclaredResource.all(of: types, in: file) {
          for place in resource.properties(feature.name) {
            if let value = feature.value, resource.actions?.contains(value) != true { continue }
            if feature.takesNil, isNil(file.outline.arguments(at: place).first, in: file) { continue }
            guard let location = file.selector(at: place),
              let use = run.gravity(of: feature, isMet: file.gravity(at: place) == .error)
            else { continue }
            let name = feature.value.map { "action `\($0)`" } ?? "property `\(feature.name)`"
            findings.add(
              "\(name) of `\(resource.type)` \(use.words)", at: location, atMost: use.severity,
              help: use.help,
              chain: run.chain(to: file))
          }
        }
      }
    }
  }

  private func isNil(_ value: RubyNode?, in file: ProjectRubyFile) -> Bool {
    guard let value, case .nil = file.tree.shape(of: value) else { return false }
    return true
  }
}

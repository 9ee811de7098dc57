import Chef
package import Diagnostics
package import Lint
package import Project
import RubySyntax

/// Reports resources that the client does not have any more.
package struct RemovedResource: ProjectRule {
  package static let id: RuleID = "chef/removed-resource"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for run in ChefStep.all(in: project) {
      let own = run.ownResourceNames
      for feature in RemovedFeatures.known.resources where !own.contains(feature.name) {
        for file in run.chef.rubyFiles where file.part != .template && file.part != .metadata {
          for resource in DeclaredResource.all(of: [feature.name], in: file) {
            let isMet = file.gravity(at: resource.place) == .error
            guard let use = run.gravity(of: feature, isMet: isMet) else { continue }
            findings.add(
              "resource `\(feature.name)` \(use.words)", at: resource.location, atMost: use.severity,
              help: use.help, chain: run.chain(to: file))
          }
        }
      }
    }
  }
}

extension ChefStep {
  /// The names of resources that the cookbooks of the run may bring themselves.
  fileprivate var ownResourceNames: Set<String> {
    var names: Set<String> = []
    for file in chef.rubyFiles {
      for method in ["provides", "resource_name", "define"] {
        for place in file.outline.places(of: method) {
          guard let name = file.outline.arguments(at: place).first.flatMap(file.tree.constantText) else {
            continue
          }
          names.insert(name)
        }
      }
      guard file.part == .resource || file.part == .definition,
        let base = file.path.split(separator: "/").last?.dropLast(".rb".utf8.count)
      else { continue }
      let cookbook = String(file.cookbook.map { $0 == "-" ? "_" : $0 })
      names.formUnion([String(base), base == "default" ? cookbook : "\(cookbook)_\(base)"])
    }
    return names
  }
}

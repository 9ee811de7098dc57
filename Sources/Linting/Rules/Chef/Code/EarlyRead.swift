import Chef
package import Diagnostics
package import Lint
package import Project
import RubySyntax
import Source

/// Reports files that are read while the recipe compiles, and written only when its resources run.
package struct EarlyRead: ProjectRule {
  package static let id: RuleID = "chef/early-read"

  private static let methods = [
    "read", "readlines", "open", "binread", "foreach", "size", "load_file", "stat",
  ]
  private static let receivers: Set = ["File", "IO", "YAML", "JSON", "Pathname"]

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    let met = Set(project.compileFaults.filter { $0.certainty == .sure }.map(\.location))
    for step in ChefStep.all(in: project) {
      let files = step.chef.rubyFiles.filter { $0.part == .recipe && $0.isLoaded }
      let writers = writers(in: files)
      guard !writers.isEmpty else { continue }
      for file in files {
        for place in Self.methods.flatMap({ file.outline.places(of: $0) }) {
          guard let receiver = file.receiver(at: place), Self.receivers.contains(receiver),
            !file.outline.calls[place].isConditional, let value = file.outline.arguments(at: place).first,
            let path = file.tree.constantText(of: value), let writer = writers[path]
          else { continue }
          let location = file.tree.location(of: file.outline.calls[place].node)
          findings.add(
            "`\(path)` is read while the recipe compiles, before \(writer.words) writes it",
            at: location, atMost: met.contains(location) ? .error : .warning,
            help: "put the read into `lazy { … }`, or into a `ruby_block`",
            labels: [Label("it is written here", at: writer.location)], chain: step.chain(to: file))
        }
      }
    }
  }

  /// The resources that write a file, by its path.
  private func writers(in files: [ProjectRubyFile]) -> [String: DeclaredResource] {
    let types = ["cookbook_file", "file", "remote_file", "template"]
    let found = files.flatMap { DeclaredResource.all(of: types, in: $0) }.compactMap { resource in
      (resource.text("path") ?? resource.name).map { ($0, resource) }
    }
    return Dictionary(found) { first, _ in first }
  }
}

import Diagnostics
import Host
import Lint
import Packer
import Plan
import Project
import Source

/// Reads a template and everything that it refers to, and plans its builds.
struct TemplateLoader: Sendable {
  let workplace: Workplace

  /// The plan of a template; throws where the template cannot be read as one at all.
  func load(
    _ path: String, _ inputs: TemplateInputs, digests: ProjectInputs.Digests = .none
  ) throws -> LoadedTemplate {
    var store = SourceStore(workplace.disk)
    let file: SourceFile
    do {
      file = try store.read(path)
    } catch {
      throw CommandFault(.usage, error.description, help: "name a Packer template in JSON or YAML")
    }
    let (template, diagnostics) = PackerTemplate.read(file)
    guard let template else {
      throw CommandFault(
        .failure, "`\(path)` is not a template: \(diagnostics.first?.message ?? "it is empty")",
        help: "`ovenproof lint \(path)` shows where")
    }
    let catalog = ComponentCatalog.load(.embedded, for: [template]).catalog
    let evaluation = template.evaluate(inputs: inputs, files: workplace.disk, catalog: catalog)
    let project = Project.load(file.id, evaluation, with: ProjectInputs(digests: digests), from: &store)
    return LoadedTemplate(file: file, plan: Plan.make(for: project), sources: project.sources)
  }
}

/// A template with its plan.
struct LoadedTemplate: Sendable {
  let file: SourceFile
  let plan: Plan
  let sources: SourceSet
}

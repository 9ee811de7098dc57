import Host
import Packer
import Project
import RuleCatalog
import Source

/// A project of files in memory, `machine.json` its template.
struct ExampleProject {
  let project: Project

  init(_ files: [String: String], template: String = "machine.json", directory: String = "") throws {
    let tree = MemoryFileTree(files.mapValues { Array($0.utf8) })
    var store = SourceStore(tree)
    struct NoTemplate: Error {}
    guard let parsed = PackerTemplate.read(try store.read(template)).0 else { throw NoTemplate() }
    let catalog = ComponentCatalog.load(
      RuleCatalog.componentFiles.map { ComponentFile(path: $0.path, bytes: $0.bytes) }, for: [parsed]
    ).catalog
    let evaluation = parsed.evaluate(
      inputs: TemplateInputs(workingDirectory: tree.workingDirectory), files: tree, catalog: catalog)
    project = Project.load(
      FileID(template), evaluation, with: ProjectInputs(directory: directory, digests: .all), from: &store)
  }

  /// A template of one docker builder and the given provisioners, with files beside it.
  init(provisioners: String, _ files: [String: String] = [:]) throws {
    let template = """
      {"builders": [{"type": "docker", "image": "debian:12", "commit": true}], "provisioners": [\(provisioners)]}
      """
    try self.init(files.merging(["machine.json": template]) { own, _ in own })
  }

  /// What stands at a place.
  func text(at location: Location) -> String? {
    project.sources[location.file].map { String(decoding: $0.bytes[location.range.indices], as: UTF8.self) }
  }

  /// Every reference in one line: option, path and state.
  var references: [String] {
    project.references.map { reference in
      let state: String =
        switch reference.state {
        case .present: "present"
        case .absent(let near): "absent" + (near.map { ", near \($0)" } ?? "")
        case .unreadable(let reason): "unreadable: \(reason)"
        case .unusable(let problem): "unusable: \(problem)"
        case .wrongKind: "of the wrong kind"
        case .unknown(let reason): "unknown: \(reason.text)"
        case .later(let reason): "later: \(reason.text)"
        }
      return "\(reference.option.value) \(reference.path ?? "?"): \(state)"
    }
  }
}

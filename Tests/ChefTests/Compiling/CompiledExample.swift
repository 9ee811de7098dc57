import DataSyntax
import Host
import Report
import Source

@testable import Chef

/// A run list over files in memory, compiled on Debian 12.
struct CompiledExample {
  let compilation: Compilation
  let sources: SourceSet

  init(_ files: [String: String], isPlatformKnown: Bool = true, client: ClientVersion = .any) throws {
    var files = files
    files["cookbooks/app/metadata.rb"] = files["cookbooks/app/metadata.rb"] ?? "name 'app'\nversion '1.0.0'\n"
    let example = ExampleRun(["recipe[app]"], files) { $0.client = client }
    var store = example.store
    let debian = ChefPlatform(system: "linux", family: "debian", name: "debian", version: "12")
    let facts = NodeFacts(isPlatformKnown ? debian : ChefPlatform(), isContainer: true, at: ExampleRun.place)
    let shelf = try ResourceFiles.shelf()
    compilation = Compilation.make(
      CompilerInput(run: example.run, resources: shelf, facts: facts), from: &store)
    sources = store.sources
  }

  /// The resources as `type[name] actions`, with a mark for those that are not sure.
  var resources: [String] {
    compilation.resources.map { resource in
      let doubt = resource.isSure ? "" : " maybe"
      return "\(resource.type)[\(resource.shownName)] \(resource.actions.joined(separator: ","))\(doubt)"
    }
  }

  /// The faults that every run meets.
  var faults: [ChefFault.Kind] { compilation.faults.filter { $0.certainty == .sure }.map(\.kind) }

  /// What a file would hold.
  func content(of path: String) -> String? {
    compilation.files.first { $0.path == path }?.content.map { String(decoding: $0, as: UTF8.self) }
  }

  /// A property of the first resource, as JSON.
  func property(_ name: String) -> String? {
    let property = compilation.resources.first?.properties.first { $0.name == name }
    return property.map { String(decoding: $0.value.json.compact, as: UTF8.self) }
  }
}

import Chef
import DataSyntax
import Diagnostics
import Host
import Source
import Support
import Testing

/// Cookbook trees that the real client was run on: what it stops at before it compiles, and what it lets pass.
struct ChefRunCaseTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    var testDescription: String { name }

    var folder: String { Repository.fixture("chef/runs/\(name)") }

    static func all() throws -> [Case] {
      let names = try Disk(workingDirectory: Repository.root).list("Fixtures/chef/runs")
      guard !names.isEmpty else { throw CaseFolder.Unusable(description: "no cases in Fixtures/chef/runs") }
      return names.map { Case(name: $0) }
    }
  }

  @Test("stops where the real client stops, and nowhere else", arguments: try Case.all())
  func faults(_ example: Case) throws {
    var store = SourceStore(Disk(workingDirectory: example.folder))
    let run = ChefRun.load(try setup(example, &store), from: &store)
    let lines = run.faults.map { line($0, store) } + ["recipes: \(names(run))"]
    try Golden.expect(lines.map { $0 + "\n" }.joined(), at: example.folder + "/faults.txt")
  }

  private func names(_ run: ChefRun) -> String {
    run.runList.entries.map { entry in
      let recipe = run.closure[entry.recipe.cookbook]?.recipe(entry.recipe.recipe)
      return "\(entry.recipe)" + (recipe.map { " (\($0.path))" } ?? "")
    }.joined(separator: ", ")
  }

  private func line(_ fault: ChefFault, _ store: SourceStore) -> String {
    let chain = fault.chain.map { $0.what + " > " }.joined()
    let file = store.sources[fault.location.file]
    let line = file.map { ":\($0.position(at: fault.location.range.start).line)" } ?? ""
    let text = file.map { String(decoding: $0.bytes[fault.location.range.indices], as: UTF8.self) } ?? ""
    let notes = fault.labels.map { "; " + $0.message }.joined() + fault.notes.map { "; " + $0 }.joined()
    return "\(chain)\(fault.location.file)\(line) `\(text)`: \(fault.kind)\(notes)"
  }

  private func setup(_ example: Case, _ store: inout SourceStore) throws -> ChefSetup {
    let node = PlainValue(DataParser.parse(DerivedText(try store.read("node.json")), as: .json).tree.root)
    var setup = ChefSetup(origin: Location(FileID("node.json"), ByteRange(at: 0)))
    setup.client = ClientVersion(requested: "18.5.0") ?? .any
    setup.runList = WrittenRunList((node["run_list"] ?? node["recipes"])?.items ?? [])
    let files = store.files
    let folder = { [origin = setup.origin] (name: String) -> Located<String>? in
      files.status(name) == nil ? nil : Located(name, at: origin)
    }
    setup.cookbookPaths = ["cookbooks", "cookbooks2"].compactMap(folder)
    setup.rolesPath = folder("roles").map(Known.value) ?? .absent
    setup.environmentsPath = folder("environments").map(Known.value) ?? .absent
    if let name = try? store.read("ENVIRONMENT") {
      let text = String(decoding: name.bytes.filter { $0 != 0x0A }, as: UTF8.self)
      setup.environment = .value(Located(text, at: Location(name.id, ByteRange(0, text.utf8.count))))
    }
    return setup
  }
}

import DataSyntax
import Host
import RubyEvaluation
import Source
import Support

@testable import Chef

/// A run list that the real Chef compiled, with what came out: a tree of cookbooks, `node.json`, `resources.json`.
struct CompilationCase: Sendable, CustomStringConvertible {
  let name: String
  /// Where the cookbooks lie.
  let folder: String
  /// Where the recorded files lie.
  let truth: String

  var description: String { name }

  /// The cases of a folder below `Fixtures` that hold a file.
  static func all(in path: String, with file: String) throws -> [CompilationCase] {
    let root = Repository.fixture(path)
    let disk = Disk(workingDirectory: root)
    let names = try disk.list(".").filter { disk.status("\($0)/\(file)")?.kind == .file }
    guard !names.isEmpty else { throw CaseFolder.Unusable(description: "no cases in \(root)") }
    return names.map { CompilationCase(name: $0, folder: "\(root)/\($0)", truth: "\(root)/\($0)") }
  }

  private static let origin = Location(FileID("node.json"), ByteRange(at: 0))

  private func json(_ path: String) -> DataNode? {
    guard let bytes = try? CaseFolder.bytes(of: path) else { return nil }
    return DataParser.parse(DerivedText(SourceFile(FileID(path), bytes: bytes)), as: .json).tree.root
  }

  /// What the provisioner is given.
  func setup(in disk: Disk) -> ChefSetup {
    func located(_ path: String) -> Located<String> { Located(path, at: Self.origin) }
    func isFolder(_ path: String) -> Bool { disk.status(path)?.kind == .directory }
    var setup = ChefSetup(origin: Self.origin)
    setup.cookbookPaths = ["cookbooks", "cookbooks2"].filter(isFolder).map(located)
    if isFolder("roles") { setup.rolesPath = .value(located("roles")) }
    if isFolder("environments") { setup.environmentsPath = .value(located("environments")) }
    let bags = folder == truth ? "data_bags" : truth + "/data_bags"
    if isFolder(bags) { setup.dataBagsPath = .value(located(bags)) }
    if let bytes = try? CaseFolder.bytes(of: folder + "/ENVIRONMENT") {
      setup.environment = .value(located(String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }))
    }
    let node = json(truth + "/node.json").map { PlainValue($0) }
    let list = node?["run_list"] ?? node?["recipes"]
    var items = list?.items ?? []
    if items.isEmpty, let single = list, single.string != nil { items = [single] }
    if let bytes = try? CaseFolder.bytes(of: truth + "/run_list") {
      items = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
        PlainValue(.string(String($0)), at: Self.origin)
      }
    }
    setup.runList = WrittenRunList(items)
    let entries = (node?.entries ?? []).filter { !["run_list", "recipes"].contains($0.key.value) }
    setup.attributes = PlainValue(.hash(entries), at: Self.origin)
    return setup
  }

  /// The node of all recorded runs.
  private func facts() -> NodeFacts {
    let attributes = json(Repository.fixture("chef/facts.json")).map { PlainValue($0) }
    var facts = NodeFacts(
      platform: ChefPlatform(system: "linux", family: "debian", name: "debian", version: "12"),
      attributes: attributes ?? PlainValue(.hash([]), at: Self.origin), isComplete: true)
    facts.nodeName = "box.example"
    facts.runsSystemd = false
    facts.configuration = ["file_cache_path": "/chef-cache"]
    return facts
  }

  /// Compiles the case.
  func outcome(_ shelf: ResourceShelf) -> Outcome {
    let disk = Disk(workingDirectory: folder)
    var store = SourceStore(disk)
    let run = ChefRun.load(setup(in: disk), from: &store)
    let compilation = Compilation.make(
      CompilerInput(run: run, resources: shelf, facts: facts()), from: &store)
    return Outcome(
      resources: compilation.resources.map { resource in
        let line = resource.location.flatMap { store.sources[$0.file]?.position(at: $0.range.start).line }
        return Resource(
          type: resource.type, name: resource.shownName, actions: resource.actions,
          file: resource.location?.file.path, line: line, certainty: resource.certainty)
      },
      faults: run.faults + compilation.faults, sources: store.sources)
  }

  struct Outcome {
    let resources: [Resource]
    let faults: [ChefFault]
    let sources: SourceSet
  }

  /// What a resource is known by.
  struct Resource: CustomStringConvertible {
    let type: String
    let name: String
    let actions: [String]
    let file: String?
    let line: Int?
    var certainty = Certainty.sure

    /// Everything but the certainty, in one line.
    var description: String {
      "\(type)[\(name)] \(actions.joined(separator: ",")) at \(file ?? "?"):\(line ?? 0)"
    }
  }

  /// The collection of the real Chef.
  var recorded: [Resource] {
    (json(truth + "/resources.json")?["resources"]?.items ?? []).map { item in
      Resource(
        type: item["type"]?.string ?? "", name: item["name"]?.string ?? "",
        actions: item["action"]?.items.compactMap(\.string) ?? [],
        file: item["file"].flatMap { $0.kind == .null ? nil : $0.string }, line: item["line"]?.integer)
    }
  }

  /// The exit status of the real Chef, and of its rehearsal.
  var recordedExits: (run: Int?, rehearsal: Int?) {
    let expected = json(truth + "/expected.json")
    return (expected?["exit"]?.integer, expected?["why_run_exit"].flatMap { Int($0.string ?? "") })
  }
}

import DataSyntax
import Host
import Source
import Support
import Testing

@testable import Chef

/// Cookbooks of which not everything can be looked at.
struct UnseenCookbookTests {
  /// Files of which some, and folders below which some, may not be read; a folder may hold more than can be walked.
  private struct Tree: FileTree {
    let files: MemoryFileTree
    let denied: Set<String>
    var crowded: String?

    var workingDirectory: String { files.workingDirectory }
    func isSymbolicLink(_ path: String) -> Bool { false }

    func status(_ path: String) -> FileStatus? {
      if let crowded, path.hasPrefix(crowded + "/n") {
        return FileStatus(kind: .directory, size: 0, mode: 0o755)
      }
      return files.status(path)
    }

    func read(_ path: String, limit: Int) throws(HostError) -> [UInt8] {
      if denied.contains(path) { throw HostError("read `\(path)`", .notPermitted) }
      return try files.read(path, limit: limit)
    }

    func list(_ path: String) throws(HostError) -> [String] {
      if denied.contains(path) { throw HostError("list `\(path)`", .notPermitted) }
      if path == crowded { return (0..<100_001).map { "n\($0)" } }
      if let crowded, path.hasPrefix(crowded + "/n") { return [] }
      return try files.list(path)
    }
  }

  private static let sound = [
    "cookbooks/app/metadata.rb": "name 'app'\nversion '1.0.0'\n",
    "cookbooks/app/attributes/default.rb": "default['a'] = 1\n",
    "cookbooks/app/libraries/a.rb": "module A; end\n",
    "cookbooks/app/recipes/default.rb": "include_recipe 'app::other'\ntemplate '/etc/a'\n",
    "cookbooks/app/recipes/other.rb": "log 'a'\n",
    "cookbooks/app/recipes/unused.rb": "log 'a'\n",
    "cookbooks/app/templates/a.erb": "a\n",
    "cookbooks/app/files/deep/a.txt": "a\n",
  ]

  private func outcome(
    _ files: [String: String], denied: Set<String>, crowded: String? = nil
  ) throws -> (faults: [String], unknowns: [String]) {
    let tree = Tree(
      files: MemoryFileTree(files.mapValues { Array($0.utf8) }), denied: denied, crowded: crowded)
    var store = SourceStore(tree)
    var setup = ChefSetup(origin: ExampleRun.place)
    setup.cookbookPaths = [Located("cookbooks", at: ExampleRun.place)]
    setup.runList = WrittenRunList([RunListItem("recipe[app]", at: ExampleRun.place)])
    let run = ChefRun.load(setup, from: &store)
    let facts = NodeFacts(
      ChefPlatform(system: "linux", family: "debian", name: "debian", version: "12"), isContainer: true,
      at: ExampleRun.place)
    let compilation = Compilation.make(
      CompilerInput(run: run, resources: try ResourceFiles.shelf(), facts: facts), from: &store)
    let faults = (run.faults + compilation.faults).map { fault in
      "\(fault.certainty == .sure ? "sure" : "maybe") \(fault.location.file): \(fault.kind)"
    }
    return (faults, compilation.unknowns.map(\.text))
  }

  @Test func `a cookbook that can be read has no fault`() throws {
    let outcome = try outcome(Self.sound, denied: [])
    #expect(outcome.faults == [])
    #expect(outcome.unknowns == [])
  }

  @Test(arguments: [
    "attributes/default.rb", "libraries/a.rb", "recipes/default.rb", "recipes/other.rb", "templates/a.erb",
    "metadata.rb", "templates", "recipes", "files/deep",
  ])
  func `what may not be read is told of`(_ path: String) throws {
    let outcome = try outcome(Self.sound, denied: ["cookbooks/app/" + path])
    #expect(outcome.faults == ["sure cookbooks/app/\(path): unreadableFile(\"permission denied\")"])
  }

  @Test func `of a folder that cannot be listed no cookbook is missed`() throws {
    let outcome = try outcome(Self.sound, denied: ["cookbooks"])
    #expect(outcome.faults == ["sure machine.json: unreadableFile(\"permission denied\")"])
  }

  @Test func `a recipe that is not loaded is not read`() throws {
    #expect(try outcome(Self.sound, denied: ["cookbooks/app/recipes/unused.rb"]).faults == [])
  }

  @Test func `a file behind the bound of the walk is neither there nor absent`() throws {
    var files = Self.sound
    files["cookbooks/app/recipes/default.rb"] =
      "include_recipe 'app::far'\ntemplate '/etc/b'\nfar_thing 'x'\n"
    files["cookbooks/app/recipes/many/x"] = ""
    let outcome = try outcome(files, denied: [], crowded: "cookbooks/app/recipes/many")
    #expect(outcome.faults == [])
    #expect(
      outcome.unknowns.first
        == "more than 100000 files lie below `cookbooks/app/recipes`: not all are looked at")
  }
}

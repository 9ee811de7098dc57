import DataSyntax
import Diagnostics
import Host
import Source

/// Reads the suites of Test Kitchen's file: each is a run on each of its platforms.
struct KitchenReader {
  private let folder: ChefFolder
  private let file: SourceFile
  private let root: PlainValue
  private let diagnostics: [Diagnostic]
  /// Whether statements of ERB stand in the file, so that parts of it may come and go.
  private let hasStatements: Bool

  static let fileNames = ["kitchen.yml", ".kitchen.yml", "kitchen.yaml", ".kitchen.yaml"]

  /// The reader of the folder's first kitchen file; nil without one.
  init?(_ folder: ChefFolder, from store: inout SourceStore) {
    let places = Self.fileNames.map { Cookbook.path($0, in: folder.path) }
    guard let path = places.first(where: { store.files.status($0)?.kind == .file }),
      let file = try? store.read(path)
    else { return nil }
    self.folder = folder
    self.file = file
    let ruby = KitchenRuby(file.bytes)
    hasStatements = ruby.hasStatements
    let text = DerivedText(SourceFile(file.id, bytes: ruby.masked))
    let (tree, diagnostics) = DataParser.parse(text, as: .yaml)
    root = ruby.withoutOutputs(PlainValue(tree.root))
    self.diagnostics = ruby.hasStatements ? [] : diagnostics
  }

  /// A run for each suite and platform.
  mutating func runs(from store: inout SourceStore) -> StandaloneRuns {
    var found = StandaloneRuns(diagnostics: diagnostics)
    if hasStatements {
      found.remarks.append(
        "cannot tell what the Ruby in `\(file.id.path)` makes of it: its suites are taken as they are written"
      )
    }
    let platforms = root["platforms"]?.items ?? []
    for suite in root["suites"]?.items ?? [] {
      guard let name = suite["name"]?.locatedString else { continue }
      let own = platforms.filter { runs(suite, on: $0) }
      // Without a platform there is no machine, and its run list is worth a look all the same.
      for platform in own.isEmpty ? [PlainValue(.null, at: suite.location)] : own {
        let layers = KitchenLayers([root, platform, suite])
        let setup = setup(layers, suite: name, from: &store)
        guard !setup.runList.items.isEmpty else { continue }
        found.runs.append(
          StandaloneRun(
            name: "suite \(name.value)", setup: setup, platforms: [platform["name"]?.string.map(Self.image)],
            isContainer: ["docker", "dokken"].contains(layers.text("name", in: "driver") ?? "")))
      }
    }
    if found.runs.isEmpty {
      found.remarks.append("`\(file.id.path)` names no run list")
    }
    return found
  }

  /// Whether `includes` and `excludes` of a suite leave a platform in.
  private func runs(_ suite: PlainValue, on platform: PlainValue) -> Bool {
    guard let name = platform["name"]?.string else { return false }
    let included = suite["includes"]?.items.compactMap(\.string) ?? []
    return (included.isEmpty || included.contains(name))
      && !(suite["excludes"]?.items.contains { $0.string == name } ?? false)
  }

  private func setup(
    _ layers: KitchenLayers, suite: Located<String>, from store: inout SourceStore
  ) -> ChefSetup {
    var setup = folder.setup
    setup.chain = [ChainLink("suite `\(suite.value)`", at: suite.location)]
    setup.runList = policyRunList(from: &store) ?? layers.runList
    setup.attributes = layers.attributes(at: suite.location)
    setup.rolesPath = policyFolder("roles", layers, suite, store.files)
    setup.environmentsPath = policyFolder("environments", layers, suite, store.files)
    setup.dataBagsPath = policyFolder("data_bags", layers, suite, store.files)
    setup.environment = environment(layers)
    if let version = layers.text("product_version") ?? layers.text("require_chef_omnibus"),
      let client = ClientVersion(requested: version)
    {
      setup.client = client
    }
    if let path = layers.value("cookbook_path") {
      for path in path.items.isEmpty ? [path] : path.items {
        guard let text = path.string else { continue }
        setup.cookbookPaths.append(Located(place(text), at: path.location))
      }
    }
    return setup
  }

  /// Where a Policyfile says what runs, suites have no word in it.
  private func policyRunList(from store: inout SourceStore) -> WrittenRunList? {
    PolicyfileReader(folder, from: &store)?.runList
  }

  private func environment(_ layers: KitchenLayers) -> Known<Located<String>> {
    for file in ["client_rb", "solo_rb"] {
      guard let value = layers.value(file)?["environment"] else { continue }
      if let reason = value.unknown { return .unknown(reason) }
      if let name = value.locatedString { return .value(name) }
    }
    return .absent
  }

  /// A folder that is named, else the first of those in which Kitchen looks; nothing else reaches the machine.
  private func policyFolder(
    _ name: String, _ layers: KitchenLayers, _ suite: Located<String>, _ files: any FileTree
  ) -> Known<Located<String>> {
    if let value = layers.value(name + "_path") {
      if let reason = value.unknown { return .unknown(reason) }
      guard let text = value.string else { return .absent }
      let path = place(text)
      guard files.status(path)?.kind == .directory else {
        return .unknown(UnknownReason("`\(name)_path` cannot be looked at", at: value.location))
      }
      return .value(Located(path, at: value.location))
    }
    let base = layers.text("test_base_path") ?? "test/integration"
    let places = ["\(base)/\(suite.value)/\(name)", "\(base)/\(name)", name]
    let found = places.map(place).first { files.status($0)?.kind == .directory }
    return found.map { .value(Located($0, at: suite.location)) } ?? .absent
  }

  /// A path as the file writes it, as the file tree knows it.
  private func place(_ written: String) -> String {
    if written.hasPrefix("/") { return written }
    let parts = written.split(separator: "/").filter { $0 != "." }
    return parts.isEmpty ? folder.path : Cookbook.path(parts.joined(separator: "/"), in: folder.path)
  }

  /// The name of an image of a platform: `ubuntu-22.04` → `ubuntu:22.04`.
  private static func image(of platform: String) -> String {
    let platform = platform.hasPrefix("opensuse-leap") ? "opensuse/" + platform.dropFirst(9) : platform
    guard let dash = platform.lastIndex(of: "-") else { return platform }
    return platform[..<dash] + ":" + platform[platform.index(after: dash)...]
  }
}

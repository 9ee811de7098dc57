import DataSyntax
import Diagnostics
import Host
import RubySyntax
import Source

/// Reads the run lists of a folder's Policyfile.rb: each is a run, the named ones too.
struct PolicyfileReader {
  private let folder: ChefFolder
  private let file: SourceFile
  private let declarations: Declarations

  private static let name = CookbookSourceFile.Kind.policyfile.rawValue

  /// The reader of the folder's Policyfile.rb; nil without one.
  init?(_ folder: ChefFolder, from store: inout SourceStore) {
    let path = Cookbook.path(Self.name, in: folder.path)
    guard store.files.status(path)?.kind == .file, let file = try? store.read(path) else { return nil }
    self.folder = folder
    self.file = file
    declarations = Declarations.read(file, as: .sources, in: store.files)
  }

  /// The run list without a name: the last that is written.
  var runList: WrittenRunList? { declarations["run_list"].last.map { WrittenRunList($0.arguments) } }

  /// A run for each list; what Ruby works out is one that cannot be told.
  func runs(from store: inout SourceStore) -> [StandaloneRun] {
    let platforms = SupportedPlatforms.images(of: folder.ownMetadata(from: &store))
    var runs: [StandaloneRun] = []
    if let runList { runs.append(run("policy", runList, platforms)) }
    for call in declarations["named_run_list"] {
      guard let name = call.arguments.first?.locatedString else { continue }
      runs.append(
        run("named run list \(name.value)", WrittenRunList(Array(call.arguments.dropFirst())), platforms))
    }
    return runs.filter { !$0.setup.runList.items.isEmpty }
  }

  private func run(_ name: String, _ list: WrittenRunList, _ platforms: [String?]) -> StandaloneRun {
    var setup = folder.setup
    setup.runList = list
    setup.attributes = attributes
    return StandaloneRun(name: name, setup: setup, platforms: platforms)
  }

  /// The attributes that the policy sets: what they hold cannot be told.
  private var attributes: PlainValue {
    let tree = RubyTree.parse(DerivedText(file))
    var attributes = PlainValue(.hash([]), at: Location(file.id, ByteRange(at: 0)))
    guard case .statements(let statements) = tree.shape(of: tree.root) else { return attributes }
    for node in tree.nodes(in: statements) {
      guard case .assignment(let target, let value) = tree.shape(of: node),
        let set = attribute(target, is: untold(value, in: tree, depth: 0), in: tree)
      else { continue }
      attributes = merged(attributes, with: set)
    }
    return attributes
  }

  /// `default['app']['port'] = …` as a map of maps around the value; nil for what sets no attribute. Below a key that is not
  /// written out all is unknown.
  private func attribute(_ target: RubyNode, is value: PlainValue, in tree: RubyTree) -> PlainValue? {
    var node = target
    var value = value
    while case .call(let call) = tree.shape(of: node) {
      guard let receiver = call.receiver else {
        return ["default", "override"].contains(tree.spelling(of: call.selector)) ? value : nil
      }
      let place = tree.location(of: node)
      let key = tree.nodes(in: call.arguments).first.flatMap { argument in
        tree.constantText(of: argument).map { Located($0, at: tree.location(of: argument)) }
      }
      value = key.map { PlainValue(.hash([.init($0, value)]), at: place) } ?? untold(at: place)
      node = receiver
    }
    return nil
  }

  private func untold(at place: Location) -> PlainValue {
    PlainValue(.unknown(UnknownReason("the policy sets it", at: place)), at: place)
  }

  /// The keys of a map that is written out, with unknown values.
  private func untold(_ node: RubyNode, in tree: RubyTree, depth: Int) -> PlainValue {
    let place = tree.location(of: node)
    guard case .hash(let list) = tree.shape(of: node), depth < Self.depthLimit else {
      return untold(at: place)
    }
    var entries: [PlainValue.Entry] = []
    for pair in tree.nodes(in: list) {
      guard case .pair(let key, let value) = tree.shape(of: pair), let text = tree.constantText(of: key)
      else {
        return untold(at: place)
      }
      entries.append(
        .init(Located(text, at: tree.location(of: key)), untold(value, in: tree, depth: depth + 1)))
    }
    return PlainValue(.hash(entries), at: place)
  }

  private static let depthLimit = 64

  /// Two maps laid over each other, key by key.
  private func merged(_ first: PlainValue, with second: PlainValue) -> PlainValue {
    if first.unknown != nil { return first }
    guard case .hash(var entries) = first.content, case .hash(let further) = second.content else {
      return second
    }
    for entry in further {
      let old = entries.firstIndex { $0.key.value == entry.key.value }
      if let old {
        entries[old] = .init(entry.key, merged(entries[old].value, with: entry.value))
      } else {
        entries.append(entry)
      }
    }
    return PlainValue(.hash(entries), at: first.location)
  }
}

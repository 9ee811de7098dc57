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

  /// The attributes that the policy sets, by their first keys: what they hold cannot be told.
  private var attributes: PlainValue {
    let start = Location(file.id, ByteRange(at: 0))
    let tree = RubyTree.parse(DerivedText(file))
    var entries: [PlainValue.Entry] = []
    guard case .statements(let statements) = tree.shape(of: tree.root) else {
      return PlainValue(.hash([]), at: start)
    }
    for node in tree.nodes(in: statements) {
      guard case .assignment(let target, _) = tree.shape(of: node), let key = firstKey(of: target, in: tree)
      else { continue }
      let unknown = PlainValue(
        .unknown(UnknownReason("the policy sets it", at: tree.location(of: node))), at: start)
      entries.append(PlainValue.Entry(key, unknown))
    }
    return PlainValue(.hash(entries), at: start)
  }

  /// `app` of `default['app']['port']`.
  private func firstKey(of target: RubyNode, in tree: RubyTree) -> Located<String>? {
    var node = target
    var key: Located<String>?
    while case .call(let call) = tree.shape(of: node) {
      guard let receiver = call.receiver else {
        return ["default", "override"].contains(tree.spelling(of: call.selector)) ? key : nil
      }
      key = tree.nodes(in: call.arguments).first.flatMap { argument in
        tree.constantText(of: argument).map { Located($0, at: tree.location(of: argument)) }
      }
      node = receiver
    }
    return nil
  }
}

import RubySyntax
import Source

/// The settings of a `config_template` for chef-client that lead to folders: calls with texts.
struct ClientSettings {
  let path: String
  private(set) var isLocal = false
  /// Why the settings may be others.
  private(set) var doubt: UnknownReason?
  private var folders: [String: [String]] = [:]

  private static let settings = [
    "chef_repo_path", "cookbook_path", "data_bag_path", "environment_path", "role_path",
  ]

  init(_ file: SourceFile) {
    path = file.id.path
    let outline = RubyOutline(RubyTree.parse(DerivedText(file)), deferring: [])
    let tree = outline.tree
    for place in outline.places(of: "local_mode") {
      if case .true? = outline.arguments(at: place).first.map(tree.shape) { isLocal = true }
    }
    for name in Self.settings {
      for place in outline.places(of: name) {
        let arguments = outline.arguments(at: place).map { Self.texts(in: $0, tree) }
        guard arguments.count == 1, let paths = arguments[0], !outline.calls[place].isConditional else {
          doubt = UnknownReason(
            "`\(name)` of `\(path)` cannot be told", at: tree.location(of: outline.calls[place].node))
          continue
        }
        folders[name] = paths
      }
    }
  }

  /// The folders of a setting; nil where it is not there.
  subscript(setting: String) -> [String]? { folders[setting] }

  /// A text, or a list of texts; nil where one is made while Chef runs, or by Packer.
  private static func texts(in value: RubyNode, _ tree: RubyTree) -> [String]? {
    if case .array(let list) = tree.shape(of: value) {
      let texts = tree.nodes(in: list).compactMap(tree.constantText)
      return texts.count == list.count && texts.allSatisfy(isPlain) ? texts : nil
    }
    return tree.constantText(of: value).flatMap { isPlain($0) ? [$0] : nil }
  }

  private static func isPlain(_ text: String) -> Bool { !text.contains("{{") }
}

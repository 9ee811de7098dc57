import DataSyntax
import Diagnostics
package import Host
package import Source

/// The folder of roles that a Chef run is given.
package struct RoleFolder: Sendable, Hashable {
  package let path: String
  /// The roles by name, with the path of the file that is read; `.rb` beats `.json`.
  package let files: [String: String]

  package init(path: String, files: [String: String]) {
    self.path = path
    self.files = files
  }

  /// Lists the roles of a folder; its sub-folders are not searched, as in Chef's local mode.
  package static func load(_ path: String, from store: SourceStore) -> RoleFolder {
    var files: [String: String] = [:]
    for ending in [".json", ".rb"] {
      for name in store.visibleNames(in: path) where name.hasSuffix(ending) {
        files[String(name.dropLast(ending.utf8.count))] = path + "/" + name
      }
    }
    return RoleFolder(path: path, files: files)
  }

  /// The run list of a role; unknown where its file is not plain data.
  package func runList(of role: String, from store: inout SourceStore) -> Known<[RunListItem]> {
    guard let path = files[role] else { return .absent }
    guard let file = try? store.read(path) else { return .unknown(UnknownReason("`\(path)` cannot be read")) }
    return path.hasSuffix(".rb") ? ruby(file) : json(file)
  }

  private func json(_ file: SourceFile) -> Known<[RunListItem]> {
    let (tree, faults) = DataParser.parse(DerivedText(file), as: .json)
    guard faults.allSatisfy({ $0.severity != .error }), tree.root.kind == .mapping else {
      return .unknown(UnknownReason("`\(file.id)` is not JSON", at: tree.root.location))
    }
    if let lists = tree.root["env_run_lists"], !lists.entries.isEmpty {
      return .unknown(UnknownReason("the role has a run list for each environment", at: lists.location))
    }
    let items = tree.root["run_list"]?.items ?? []
    return .value(items.compactMap { item in item.string.map { RunListItem($0, at: item.contentLocation) } })
  }

  private func ruby(_ file: SourceFile) -> Known<[RunListItem]> {
    let calls = RubyCalls(file)
    guard case .absent = calls.arguments(of: "env_run_lists") else {
      return .unknown(UnknownReason("the role has a run list for each environment"))
    }
    switch calls.arguments(of: "run_list") {
    case .absent: return .value([])
    case .value(let texts): return .value(texts.map { RunListItem($0.value, at: $0.location) })
    case .unknown(let reason): return .unknown(reason)
    }
  }
}

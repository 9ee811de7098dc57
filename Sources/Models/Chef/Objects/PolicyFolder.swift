import Diagnostics
import Host
import Source

/// A folder of roles or environments: one file each, `NAME.rb` or `NAME.json`; folders in it are not searched.
struct PolicyFolder {
  let path: String
  private let names: [String]

  init(_ path: String, in files: any FileTree) {
    self.path = path
    names = (try? files.list(path)) ?? []
  }

  /// The file of a name, with one of the same name that is not read: `.rb` beats `.json`.
  func file(_ name: String) -> (path: String, ignored: String?)? {
    let found = [".rb", ".json"].filter { names.contains(name + $0) }.map { path + "/" + name + $0 }
    return found.first.map { ($0, found.dropFirst().first) }
  }

  /// A name that is near to one that is not there.
  func near(_ name: String) -> String? { Suggestion.nearest(to: name, among: objects) }

  /// Where a file of the name lies in a folder below, in which nobody looks.
  func elsewhere(_ name: String, in files: any FileTree) -> String? {
    for folder in names {
      for ending in [".rb", ".json"] {
        let inner = "\(path)/\(folder)/\(name)\(ending)"
        if files.status(inner)?.kind == .file { return inner }
      }
    }
    return nil
  }

  /// The names of everything in it, sorted.
  var objects: [String] {
    let bare = names.compactMap { name in
      [".rb", ".json"].first { name.hasSuffix($0) }.map { String(name.dropLast($0.utf8.count)) }
    }
    return Set(bare).sorted()
  }
}

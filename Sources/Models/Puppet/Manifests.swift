package import Host

/// The manifests that a `manifest_file` stands for: one file, or those of a folder in the order of their names.
package struct Manifests: Sendable, Hashable {
  package let files: [String]

  package init(files: [String]) { self.files = files }

  private static let depthLimit = 16
  /// A folder of more manifests was not meant.
  private static let countLimit = 5000

  /// Lists the manifests at a path; none where nothing is there.
  package static func load(_ path: String, from store: SourceStore) -> Manifests {
    guard store.files.status(path)?.kind == .directory else {
      return Manifests(files: store.files.status(path) == nil ? [] : [path])
    }
    var files: [String] = []
    collect(path, store, depth: 0, to: &files)
    return Manifests(files: files)
  }

  private static func collect(_ folder: String, _ store: SourceStore, depth: Int, to files: inout [String]) {
    guard depth < depthLimit else { return }
    for name in store.visibleNames(in: folder) where files.count < countLimit {
      let inner = folder + "/" + name
      switch store.files.status(inner)?.kind {
      case .file where name.hasSuffix(".pp"): files.append(inner)
      case .directory: collect(inner, store, depth: depth + 1, to: &files)
      default: continue
      }
    }
  }
}

import Host
import Source

/// Lists one folder of a cookbook path as Chef does; nothing but metadata and chefignore is read.
struct CookbookReader {
  let path: String
  private let ignore: ChefIgnore

  private static let depthLimit = 32
  /// How many names are looked at below one folder of a cookbook.
  private static let entryLimit = 100_000

  /// The reader of a folder below a cookbook path: Chef takes the first chefignore on the way up, and on the guest
  /// nothing lies above the path.
  init(_ path: String, below cookbookPath: String, _ store: inout SourceStore) {
    self.path = path
    ignore = ChefIgnore.load(from: [path, cookbookPath], &store)
  }

  /// The cookbook of the folder; nil where Chef sees no file in it.
  func cookbook(_ name: String, from store: inout SourceStore) -> Cookbook? {
    var walk = Walk()
    let paths = paths(in: store.files, &walk).filter { !ignore.covers($0) }
    guard !paths.isEmpty || walk.unseen != nil else { return nil }
    return Cookbook(
      name: name, path: path,
      files: CookbookFiles(paths, unseen: walk.unseen, closedFolders: walk.closedFolders),
      metadata: MetadataReader.metadata(of: name, in: path, from: &store))
  }

  /// What keeps a walk from seeing everything.
  private struct Walk {
    var unseen: UnknownReason?
    var closedFolders: [Located<String>] = []

    /// The names in a folder; of one that cannot be listed none, which is noted.
    mutating func names(in folder: String, of tree: any FileTree) -> [String] {
      do throws(HostError) {
        return try tree.list(folder)
      } catch {
        let place = Location(FileID(folder), ByteRange(at: 0))
        unseen = unseen ?? UnknownReason("`\(folder)` cannot be listed: \(error.reason.words)", at: place)
        if error.reason == .notPermitted {
          closedFolders.append(Located(error.reason.words, at: place))
        }
        return []
      }
    }
  }

  /// The paths below the folder; top folders that begin with a dot are not entered.
  private func paths(in tree: any FileTree, _ walk: inout Walk) -> [String] {
    var found: [String] = []
    for name in walk.names(in: path, of: tree) {
      switch tree.status(path + "/" + name)?.kind {
      case .file where name != ".uploaded-cookbook-version.json": found.append(name)
      case .directory where !name.hasPrefix("."): found += files(below: name, in: tree, &walk)
      default: continue
      }
    }
    return found
  }

  /// The files below a folder, level by level: where links lead round and round, what lies there in truth comes first.
  private func files(below top: String, in tree: any FileTree, _ walk: inout Walk) -> [String] {
    var found: [String] = []
    var open: [(path: String, depth: Int)] = [(top, 0)]
    var next = 0
    var count = 0
    while next < open.count {
      guard count < Self.entryLimit else {
        walk.unseen =
          walk.unseen
          ?? UnknownReason(
            "more than \(Self.entryLimit) files lie below `\(path)/\(top)`: not all are looked at")
        break
      }
      let (folder, depth) = open[next]
      next += 1
      for name in walk.names(in: path + "/" + folder, of: tree) {
        count += 1
        let inner = folder + "/" + name
        switch tree.status(path + "/" + inner)?.kind {
        case .file: found.append(inner)
        case .directory where depth + 1 < Self.depthLimit: open.append((inner, depth + 1))
        default: continue
        }
      }
    }
    return found
  }
}

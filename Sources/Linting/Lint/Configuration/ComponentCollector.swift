import Diagnostics
import Host
import Packer
import Source

/// Reads the files of component facts that a configuration names, and says what is wrong in them.
struct ComponentCollector {
  let tree: any FileTree
  /// The absolute folder at which the paths start.
  let folder: String
  private(set) var files: [ComponentFile] = []
  private(set) var sources: [SourceFile] = []
  private var values = Findings(of: "lint/invalid-setting")
  private var faults = Findings(of: "lint/broken-component")

  /// How many files, and folders, are looked at.
  private static let limit = 1000
  private static let sizeLimit = 1 << 20

  init(tree: any FileTree, folder: String) {
    self.tree = tree
    self.folder = folder
  }

  var diagnostics: [Diagnostic] { values.diagnostics + faults.diagnostics }

  /// Takes in a file, or every file of a folder.
  mutating func add(_ path: Located<String>) {
    let absolute = TreePath.absolute(path.value, from: folder)
    let before = files.count
    switch tree.status(absolute)?.kind {
    case nil:
      values.add(
        "the component file `\(path.value)` does not exist", at: path.location,
        help: "the path starts at the folder of the configuration")
    case .directory: addFolder(absolute, path)
    case .file, .other: addFile(absolute, path)
    }
    guard files.count == before, tree.status(absolute) != nil else { return check(from: before) }
    values.add(
      "`\(path.value)` holds no component", at: path.location,
      help: "name the files as `builders/NAME.yaml`, `provisioners/NAME.yaml` or `post-processors/NAME.yaml`")
  }

  private mutating func addFolder(_ root: String, _ path: Located<String>) {
    var open = [root]
    var visited = 0
    while let next = open.popLast(), visited < Self.limit {
      for name in (try? tree.list(next)) ?? [] where !name.hasPrefix(".") {
        visited += 1
        let entry = TreePath.joined(next, name)
        switch tree.status(entry)?.kind {
        case .directory where !tree.isSymbolicLink(entry): open.append(entry)
        case .file where name.hasSuffix(".yaml") || name.hasSuffix(".yml"): addFile(entry, path)
        default: break
        }
      }
    }
  }

  private mutating func addFile(_ absolute: String, _ path: Located<String>) {
    do throws(HostError) {
      let bytes = try tree.read(absolute, limit: Self.sizeLimit)
      let seen = TreePath.seen(absolute, in: tree)
      let file = ComponentFile(path: seen, bytes: bytes, isOwn: true)
      guard file.isComponent else { return }
      files.append(file)
      sources.append(SourceFile(FileID(seen), bytes: bytes))
    } catch {
      values.add(
        "the component file `\(path.value)` cannot be read: \(error.reason.words)", at: path.location,
        help: "the path starts at the folder of the configuration")
    }
  }

  /// Reports what cannot be read in the files from an index on.
  private mutating func check(from first: Int) {
    for fault in ComponentCatalog.load(Array(files[first...])).faults {
      faults.add(
        fault.message, at: fault.location,
        help: fault.nearest.first.map { "did you mean `\($0)`?" }
          ?? "docs/component-files.md says how facts are written")
    }
  }
}

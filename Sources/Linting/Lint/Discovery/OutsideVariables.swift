import Host
import Packer

/// What the build files beside a template, and above it, give to Packer with `-var` and `-var-file`.
package struct OutsideVariables: Sendable, Hashable {
  /// The files of variables that are named and there, the nearest first.
  package private(set) var files: [NamedVariableFile] = []
  /// The variables that `-var NAME=…` sets, with the build file that does.
  private var singles: [String: String] = [:]
  /// The first build file that gives files whose names only the build knows.
  private var computedIn: String?
  /// The files that other entries of `templates` name, with what these are called.
  var namedBy: [String: String] = [:]

  package init() {}

  private static let buildFiles: Set<String> = [
    ".gitlab-ci.yml", ".travis.yml", "GNUmakefile", "Jenkinsfile", "Justfile", "Makefile", "README.md",
    "Rakefile",
    "Taskfile.yml", "Vagrantfile", "azure-pipelines.yml", "buildspec.yml", "justfile", "makefile", "tox.ini",
  ]
  private static let endings = [".bash", ".mk", ".ps1", ".py", ".rb", ".sh", ".yaml", ".yml"]
  static let sizeLimit = 256 << 10
  private static let countLimit = 64

  /// Reads the build files of a template's repository.
  init(for template: String, in tree: any FileTree) {
    let own = TreePath.parent(TreePath.absolute(template, in: tree))
    let scope = RepositoryRoot.scope(of: own, in: tree)
    let root = scope.last ?? own
    let folders =
      scope + [".circleci", ".github/workflows", "bin", "ci", "scripts"].map { TreePath.joined(root, $0) }
    for folder in folders {
      for name in ((try? tree.list(folder)) ?? []).filter(Self.isBuildFile).prefix(Self.countLimit) {
        let path = TreePath.joined(folder, name)
        guard let bytes = try? tree.read(path, limit: Self.sizeLimit) else { continue }
        let words = VariableWords(in: bytes)
        let shown = TreePath.shown(path, in: tree)
        for name in words.variables where singles[name] == nil { singles[name] = shown }
        if words.hasComputedFile, computedIn == nil { computedIn = shown }
        for word in words.files {
          add([folder, own, root].map { TreePath.absolute(word, from: $0) }, namedIn: shown, tree)
        }
      }
    }
  }

  private static func isBuildFile(_ name: String) -> Bool {
    buildFiles.contains(name) || endings.contains(where: name.hasSuffix)
  }

  /// Takes in the first of the places at which a file of variables stands.
  private mutating func add(_ places: [String], namedIn buildFile: String, _ tree: any FileTree) {
    guard let place = places.first(where: { tree.status($0)?.kind == .file }) else { return }
    let shown = TreePath.shown(place, in: tree)
    guard !files.contains(where: { $0.path == shown }),
      let names = NamedVariableFile.variables(of: place, in: tree)
    else { return }
    files.append(NamedVariableFile(path: shown, namedIn: buildFile, names: names))
  }

  /// The variables whose value comes from there.
  var given: TemplateInputs.Elsewhere {
    if computedIn != nil { return .any }
    let names = files.reduce(into: Set(singles.keys)) { $0.formUnion($1.names) }
    return names.isEmpty ? .none : .some(names)
  }

  /// What to do about a variable; nil where nothing here gives it.
  func advice(on variable: String) -> String? {
    if let file = files.first(where: { $0.names.contains(variable) }) {
      if let entry = namedBy[file.path] {
        return
          "`\(file.path)` sets it, which the entry `\(entry)` of `templates` names, and this one does not"
      }
      return
        "`\(file.path)` sets it, which `\(file.namedIn)` gives with `-var-file`: name it under `templates` in "
        + "`.ovenproof.yaml`"
    }
    if let buildFile = singles[variable] {
      return
        "`\(buildFile)` gives it with `-var`: give it a value in `vars` under `templates` in `.ovenproof.yaml`"
    }
    return computedIn.map {
      "`\($0)` gives files with `-var-file`: name those that set it under `templates` in `.ovenproof.yaml`"
    }
  }
}

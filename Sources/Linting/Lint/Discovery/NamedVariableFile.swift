import DataSyntax
import Host
import Packer
import Source

/// A file of variables that a build file beside a template, or above it, gives to Packer with `-var-file`.
package struct NamedVariableFile: Sendable, Hashable {
  /// The file as people see it.
  package let path: String
  /// The build file that names it, as people see it.
  package let namedIn: String
  /// The variables that it sets.
  package let names: Set<String>

  private static let buildFiles: Set<String> = [
    ".gitlab-ci.yml", ".travis.yml", "GNUmakefile", "Jenkinsfile", "Justfile", "Makefile", "README.md",
    "Rakefile",
    "Taskfile.yml", "Vagrantfile", "azure-pipelines.yml", "buildspec.yml", "justfile", "makefile", "tox.ini",
  ]
  private static let endings = [".bash", ".mk", ".ps1", ".py", ".rb", ".sh"]
  private static let sizeLimit = 256 << 10
  private static let countLimit = 64

  /// The files that the build files of a template's repository name, nearest first.
  static func all(for template: String, in tree: any FileTree) -> [NamedVariableFile] {
    let own = TreePath.parent(TreePath.absolute(template, in: tree))
    let scope = RepositoryRoot.scope(of: own, in: tree)
    let root = scope.last ?? own
    let folders =
      scope + [".circleci", ".github/workflows", "bin", "ci", "scripts"].map { TreePath.joined(root, $0) }
    var found: [NamedVariableFile] = []
    var known: Set<String> = []
    for folder in folders {
      for name in ((try? tree.list(folder)) ?? []).filter(isBuildFile).prefix(countLimit) {
        let path = TreePath.joined(folder, name)
        guard let bytes = try? tree.read(path, limit: sizeLimit) else { continue }
        for word in words(in: bytes) {
          let places = [folder, own, root].map { TreePath.absolute(word, from: $0) }
          guard let place = places.first(where: { tree.status($0)?.kind == .file }),
            known.insert(place).inserted,
            let names = variables(of: place, in: tree)
          else { continue }
          found.append(
            NamedVariableFile(
              path: TreePath.shown(place, in: tree), namedIn: TreePath.shown(path, in: tree), names: names))
        }
      }
    }
    return found
  }

  private static func isBuildFile(_ name: String) -> Bool {
    buildFiles.contains(name) || endings.contains(where: name.hasSuffix) || name.hasSuffix(".yml")
      || name.hasSuffix(".yaml")
  }

  /// The words behind `-var-file` that hold nothing computed.
  private static func words(in bytes: [UInt8]) -> [String] {
    let option = Array("-var-file".utf8)
    var words: [String] = []
    var place = 0
    while place + option.count < bytes.count {
      guard bytes[place] == option[0], bytes[place...].starts(with: option) else {
        place += 1
        continue
      }
      place += option.count
      let rest = bytes[place...].drop { " =\t\"'".utf8.contains($0) }
      let word = rest.prefix { !" \t\r\n\"';,)`\\".utf8.contains($0) }
      place = word.endIndex
      let text = String(decoding: word, as: UTF8.self)
      if !text.isEmpty, !text.contains("$"), !text.contains("{"), !text.contains("*") { words.append(text) }
    }
    return words
  }

  private static func variables(of path: String, in tree: any FileTree) -> Set<String>? {
    guard let bytes = try? tree.read(path, limit: sizeLimit) else { return nil }
    let file = SourceFile(FileID(path), bytes: bytes)
    let tree = DataParser.parse(DerivedText(file), as: PackerTemplate.syntax(of: file)).tree
    guard tree.root.kind == .mapping else { return nil }
    return Set(tree.root.entries.compactMap(\.key.string))
  }
}

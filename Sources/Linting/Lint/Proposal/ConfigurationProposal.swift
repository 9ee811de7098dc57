import DataSyntax
import Diagnostics
package import Host
package import Packer
import Project
import Source

/// A configuration made from what a repository holds: its templates, and the ways in which they are built.
package struct ConfigurationProposal: Sendable {
  /// The content of `.ovenproof.yaml`.
  package let text: String
  /// The absolute folder for it.
  package let folder: String
  /// The templates that were found, relative to the folder.
  package let templates: [String]

  /// An entry of `templates` with the reason for it.
  private struct Entry: Hashable {
    let reason: String
    let path: String
    let workingDirectory: String
    let variableFiles: [String]
    let variables: [PackerCall.Variable]
    /// What the entry leaves out, in sentences.
    var remarks: [String] = []
  }

  /// Reads the repository that holds a folder.
  package init(for folder: String, in tree: any FileTree, inputs: TemplateInputs) {
    let absolute = TreePath.absolute(folder, in: tree)
    let root = RepositoryRoot.above(absolute, in: tree) ?? absolute
    let configurations = ConfigurationLoader(tree: tree)
    var finder = TemplateFinder(tree, asking: configurations.searchSettings(in:))
    let found = finder.find([TreePath.shown(root, in: tree)]).templates.map {
      TreePath.absolute($0, in: tree)
    }
    let calls = PackerCallReader(tree: tree, root: root).calls()
    let entries = found.flatMap { Self.entries(for: $0, calls, in: tree, root: root, inputs) }
    self.folder = root
    templates = found.map { TreePath.relative($0, to: root) ?? $0 }
    text = Self.text(of: entries, unclear: Self.unclear(calls, for: found))
  }

  /// Beside so many calls that were not understood others are not listed.
  private static let mostUnclear = 20

  /// What was not understood of calls that may build one of the templates.
  private static func unclear(_ calls: [PackerCall], for found: [String]) -> [String] {
    var lines: [String] = []
    for call in calls where !call.arguments.unclear.isEmpty && lines.count < mostUnclear {
      let template = call.arguments.template
      let isConcerned =
        template.contains("$")
        || call.folders.contains { found.contains(TreePath.absolute(template, from: $0)) }
      let words = call.arguments.unclear.map { "`\($0)`" }.joined(separator: " and ")
      let whose = template.contains("$") ? "" : " for \(template)"
      let line =
        "\(call.origin) names \(words)\(whose), which only the run knows: write an entry for each value"
      if isConcerned, !lines.contains(line) { lines.append(line) }
    }
    return lines
  }

  private static func entries(
    for template: String, _ calls: [PackerCall], in tree: any FileTree, root: String, _ inputs: TemplateInputs
  ) -> [Entry] {
    var entries: [Entry] = []
    let relative = TreePath.relative(template, to: root) ?? template
    for call in calls where call.arguments.unclear.isEmpty {
      let folder = call.folders.first { TreePath.absolute(call.arguments.template, from: $0) == template }
      guard let folder else { continue }
      let named = call.arguments.variableFiles.map { TreePath.absolute($0, from: folder) }
      let files = named.filter { tree.status($0)?.kind == .file }
      let absent = named.filter { !files.contains($0) }
      let entry = Entry(
        reason: "\(call.origin) builds it so", path: relative,
        workingDirectory: TreePath.relative(folder, to: root) ?? ".",
        variableFiles: files.map { TreePath.relative($0, to: root) ?? $0 },
        variables: call.arguments.variables,
        remarks: absent.map { "`\(TreePath.relative($0, to: root) ?? $0)` is left out: it is not there" }
          + call.arguments.openVariables.map { "`\($0)` is left out: only the run knows its value" })
      let isKnown = entries.contains {
        $0.workingDirectory == entry.workingDirectory && $0.variableFiles == entry.variableFiles
          && $0.variables == entry.variables
      }
      if !isKnown { entries.append(entry) }
    }
    if !entries.isEmpty { return entries }
    return guessed(template, relative, in: tree, root: root, inputs).map { [$0] } ?? []
  }

  /// The folder from which most of a template's files are found; nil where that changes nothing.
  private static func guessed(
    _ path: String, _ relative: String, in tree: any FileTree, root: String, _ inputs: TemplateInputs
  ) -> Entry? {
    guard let bytes = try? tree.read(path, limit: Linter.sizeLimit) else { return nil }
    let file = SourceFile(FileID(TreePath.seen(path, in: tree)), bytes: bytes)
    guard let template = PackerTemplate.read(file).0 else { return nil }
    let catalog = ComponentShelf(.embedded).catalog(for: template)
    func found(from folder: String) -> (found: Int, all: Int) {
      var set = TemplateSet(inputs: inputs)
      set.inputs.workingDirectory = folder
      set.isFolderGiven = true
      let analysis = TemplateAnalysis(template, of: file, tree: tree, catalog: catalog, set: set)
      let all = analysis.project.references.filter { $0.path != nil }
      return (all.count { if case .absent = $0.state { false } else { true } }, all.count)
    }
    let fromRoot = found(from: root)
    guard fromRoot.found < fromRoot.all else { return nil }
    let others = RepositoryRoot.scope(of: TreePath.parent(path), in: tree).map { ($0, found(from: $0)) }
    guard let best = others.max(by: { $0.1.found < $1.1.found }), best.1.found > fromRoot.found else {
      return nil
    }
    return Entry(
      reason:
        "from here \(best.1.found) of its \(best.1.all) files are found, from the root \(fromRoot.found)",
      path: relative, workingDirectory: TreePath.relative(best.0, to: root) ?? ".", variableFiles: [],
      variables: [])
  }

  private static func text(of entries: [Entry], unclear: [String]) -> String {
    var text = """
      # Settings of Ovenproof for the templates of this repository; docs/configuration.md of Ovenproof has every key.
      rules-as-of: 0.1
      fail-on: error

      """
    if !entries.isEmpty { text += "templates:\n" }
    var alike: [[String]: Int] = [:]
    for entry in entries {
      for line in [entry.reason] + entry.remarks { text += comment(line) }
      text += "  - path: \(scalar(entry.path))\n"
      // An entry is called by its files of variables, and two of one template must be told apart.
      let name = [entry.path] + entry.variableFiles
      alike[name, default: 0] += 1
      if let number = alike[name], number > 1, !entry.variableFiles.isEmpty {
        text += "    name: \(scalar("\(entry.variableFiles.joined(separator: ", ")) \(number)"))\n"
      }
      text += "    working-directory: \(scalar(entry.workingDirectory))\n"
      if !entry.variableFiles.isEmpty {
        text += "    var-files: [\(entry.variableFiles.map(scalar).joined(separator: ", "))]\n"
      }
      if !entry.variables.isEmpty { text += "    vars:\n" }
      for variable in entry.variables {
        text += "      \(scalar(variable.name)): \(scalar(variable.value))\n"
      }
    }
    return text + unclear.map(comment).joined()
  }

  /// A line for people, which nothing that stands in it can end.
  private static func comment(_ line: String) -> String { "  # \(VisibleText.line(line))\n" }

  /// A path as YAML writes it: in quotes where it holds anything but plain signs.
  private static func scalar(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "/._-".utf8.contains(byte)
    }
    let isText = text.utf8.contains { (0x61...0x7A).contains($0) } && !text.hasPrefix("-")
    return isPlain && (isText || text == ".")
      ? text : String(decoding: JSONText.string(text).compact, as: UTF8.self)
  }
}

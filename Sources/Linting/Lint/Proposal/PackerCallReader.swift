import Host
import Source

/// Finds calls of `packer build` and `packer validate` in files of commands, read as text: nothing is run.
struct PackerCallReader {
  let tree: any FileTree
  /// The absolute root of the repository.
  let root: String

  private static let folderLimit = 2000
  private static let sizeLimit = 1 << 18

  /// The calls in all Makefiles, scripts and CI files of the repository.
  func calls() -> [PackerCall] { files().flatMap { calls(in: $0) } }

  private func files() -> [String] {
    var found: [String] = []
    var open = [root]
    var visited = 0
    while let folder = open.popLast(), visited < Self.folderLimit {
      visited += 1
      for name in (try? tree.list(folder)) ?? [] where name != ".git" && name != "node_modules" {
        let path = TreePath.joined(folder, name)
        switch tree.status(path)?.kind {
        case .directory where !tree.isSymbolicLink(path): open.append(path)
        case .file where Self.holdsCommands(name, in: folder): found.append(path)
        default: break
        }
      }
    }
    return found.sorted()
  }

  private static func holdsCommands(_ name: String, in folder: String) -> Bool {
    if ["Makefile", "GNUmakefile", "makefile", "Jenkinsfile", ".gitlab-ci.yml", ".travis.yml"].contains(name)
    {
      return true
    }
    if name.hasSuffix(".mk") || name.hasSuffix(".sh") { return true }
    return folder.hasSuffix(".github/workflows") && (name.hasSuffix(".yml") || name.hasSuffix(".yaml"))
  }

  private func calls(in path: String) -> [PackerCall] {
    guard let bytes = try? tree.read(path, limit: Self.sizeLimit) else { return [] }
    let own = TreePath.parent(path)
    let source = SourceFile(FileID(TreePath.relative(path, to: root) ?? path), bytes: bytes)
    if path.hasSuffix(".yml") || path.hasSuffix(".yaml") {
      return CommandBlock.blocks(ofJobs: source).flatMap { calls(in: $0, of: source.id, from: [root]) }
    }
    let isMake = TreePath.name(path).lowercased().contains("makefile") || path.hasSuffix(".mk")
    let bases = own == root || TreePath.name(path) == "Jenkinsfile" ? [root] : [own, root]
    let lines = CommandBlock.lines(of: DerivedText(source), in: source)
    // Every line of a recipe begins in the Makefile's folder; elsewhere a change of folder lasts.
    let blocks = isMake ? lines.map { CommandBlock(lines: [$0]) } : [CommandBlock(lines: lines)]
    return blocks.flatMap { calls(in: $0, of: source.id, from: bases) }
  }

  private func calls(in block: CommandBlock, of file: FileID, from bases: [String]) -> [PackerCall] {
    var calls: [PackerCall] = []
    var folder = block.folder
    for line in block.lines {
      for words in Self.commands(in: line.text) {
        if words.first == "cd", words.count > 1, !words[1].contains("$") {
          folder = words[1].hasPrefix("/") ? nil : TreePath.joined(folder ?? "", words[1])
        }
        guard let (template, files) = Self.packer(words) else { continue }
        calls.append(
          PackerCall(
            origin: "\(file):\(line.number)",
            folders: bases.map { TreePath.absolute(folder ?? ".", from: $0) },
            template: template, variableFiles: files))
      }
    }
    return calls
  }

  /// The words of the commands on a line; quotes and brackets only part words here.
  private static func commands(in line: String) -> [[String]] {
    var commands: [[String]] = [[]]
    var word = ""
    func finish() {
      if !word.isEmpty { commands[commands.count - 1].append(word) }
      word = ""
    }
    for scalar in line.unicodeScalars {
      switch scalar {
      case " ", "\t", "'", "\"": finish()
      case ";", "&", "|", "`":
        finish()
        commands.append([])
      case "#" where word.isEmpty:
        finish()
        return commands
      default: word.unicodeScalars.append(scalar)
      }
    }
    finish()
    return commands.map { words in
      // A recipe's `@`, a list's `-`, `run:` and Jenkins's `sh` stand before the command.
      Array(
        words.drop { ["@", "-", "run:", "sh", "script:", "(", "exec", "sudo", "then", "do"].contains($0) }
      )
      .map { $0.hasPrefix("@") ? String($0.dropFirst()) : $0 }
    }
  }

  /// The template and the files of variables of a call; nil for any other command.
  private static func packer(_ words: [String]) -> (template: String, files: [String])? {
    guard let program = words.firstIndex(where: { TreePath.name($0) == "packer" }),
      program + 1 < words.count, ["build", "validate"].contains(words[program + 1])
    else { return nil }
    var files: [String] = []
    var template: String?
    var rest = words[(program + 2)...]
    while let word = rest.popFirst() {
      let name = word.drop { $0 == "-" }.prefix { $0 != "=" }
      guard word.hasPrefix("-") else {
        template = word
        continue
      }
      let value = word.contains("=") ? String(word.drop { $0 != "=" }.dropFirst()) : nil
      if name == "var-file" { files.append(value ?? rest.popFirst() ?? "") }
      if name == "var", value == nil { _ = rest.popFirst() }
    }
    guard let template, !template.contains("$") else { return nil }
    return (template, files.filter { !$0.isEmpty && !$0.contains("$") })
  }
}

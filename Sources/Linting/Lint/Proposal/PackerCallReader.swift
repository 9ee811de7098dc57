import DataSyntax
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
  func calls() -> [PackerCall] { files().flatMap { calls(in: $0.path, $0.kind) } }

  private func files() -> [(path: String, kind: CommandFileKind)] {
    var found: [(path: String, kind: CommandFileKind)] = []
    var open = [root]
    var visited = 0
    while let folder = open.popLast(), visited < Self.folderLimit {
      visited += 1
      for name in (try? tree.list(folder)) ?? [] where name != ".git" && name != "node_modules" {
        let path = TreePath.joined(folder, name)
        switch tree.status(path)?.kind {
        case .directory where !tree.isSymbolicLink(path): open.append(path)
        case .file:
          if let kind = CommandFileKind(ofFile: name, in: folder) { found.append((path, kind)) }
        default: break
        }
      }
    }
    return found.sorted { $0.path < $1.path }
  }

  private func calls(in path: String, _ kind: CommandFileKind) -> [PackerCall] {
    guard let bytes = try? tree.read(path, limit: Self.sizeLimit) else { return [] }
    let own = TreePath.parent(path)
    let source = SourceFile(FileID(TreePath.relative(path, to: root) ?? path), bytes: bytes)
    let bases = own == root ? [root] : [own, root]
    switch kind {
    case .jobs:
      return CommandBlock.blocks(ofJobs: source).flatMap { calls(in: $0, of: source.id, from: [root]) }
    case .tasks:
      return CommandBlock.blocks(ofJobs: source).flatMap { calls(in: $0, of: source.id, from: bases) }
    case .pipeline:
      let pieces = CommandBlock.pieces(ofPipeline: Self.block(of: source).lines)
      let values = CommandValues(ofPipeline: pieces)
      return calls(in: CommandBlock(lines: pieces), of: source.id, from: [root], values)
    case .script: return calls(in: Self.block(of: source), of: source.id, from: bases)
    case .batch:
      let lines = Self.block(of: source).lines.map { line in
        CommandBlock.Line(number: line.number, text: CommandText.withoutPercentSigns(line.text))
      }
      return calls(in: CommandBlock(lines: lines), of: source.id, from: bases)
    case .recipes:
      // Every line of a recipe begins in the file's folder; elsewhere a change of folder lasts.
      let lines = Self.block(of: source).lines
      let values = CommandValues(ofMakefile: lines)
      return lines.flatMap { line in
        let shell = CommandBlock.Line(
          number: line.number, text: line.text.replacing("$$", with: "$"))
        return calls(in: CommandBlock(lines: [shell]), of: source.id, from: bases, values)
      }
    }
  }

  private static func block(of source: SourceFile) -> CommandBlock {
    CommandBlock(lines: CommandBlock.lines(of: DerivedText(source), in: source))
  }

  private func calls(
    in block: CommandBlock, of file: FileID, from bases: [String], _ given: CommandValues? = nil
  ) -> [PackerCall] {
    var calls: [PackerCall] = []
    var folder = WorkFolder(block.folder)
    var scopes = JenkinsScopes()
    var values = given ?? CommandValues(block.constants.filter { !$0.value.contains("$") })
    for line in block.lines {
      scopes.read(line.text, changing: &folder)
      values.beginLine()
      for part in CommandWords(CommandText.withoutExpressions(line.text)).parts {
        switch part {
        case .open: folder.enter()
        case .close: folder.leave()
        case .command(let words):
          let ways = values.expansions(of: words)
          if ways.count == 1 { folder.follow(ways[0]) }
          values.follow(words)
          calls += ways.compactMap(PackerCall.Arguments.init).map { call in
            PackerCall(
              origin: "\(file):\(line.number)",
              folders: bases.map { TreePath.absolute(folder.path ?? ".", from: $0) }, arguments: call)
          }
        }
      }
    }
    return calls
  }
}

/// The blocks `dir('…') { … }` of a Jenkinsfile that are open.
private struct JenkinsScopes {
  /// How deep in braces each block begins.
  private var depths: [Int] = []
  private var depth = 0

  /// Follows the braces of a line, and goes into the folders that it names.
  mutating func read(_ line: String, changing folder: inout WorkFolder) {
    let code = line.drop { $0 == " " || $0 == "\t" }
    var name: Substring?
    if code.hasPrefix("dir("), let quote = code.firstIndex(where: { $0 == "'" || $0 == "\"" }) {
      name = code[code.index(after: quote)...].prefix { $0 != code[quote] }
    }
    for sign in code.unicodeScalars {
      switch sign {
      case "{":
        depth += 1
        guard let target = name else { continue }
        folder.enter()
        folder.change(to: String(target))
        depths.append(depth)
        name = nil
      case "}":
        if depths.last == depth {
          depths.removeLast()
          folder.leave()
        }
        depth -= 1
      default: break
      }
    }
  }
}

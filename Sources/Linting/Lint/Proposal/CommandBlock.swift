import DataSyntax
import Source

/// Lines of commands that one shell runs, one after another.
struct CommandBlock {
  /// A line with its number in the file, those that it continues on included.
  struct Line {
    let number: Int
    let text: String
  }

  let lines: [Line]
  /// The folder in which the shell starts, where one is named; relative to the repository's root.
  var folder: String?
  /// The variables that the file gives the shell.
  var constants: [String: String] = [:]

  /// How many nodes of a file are looked at: aliases inside aliases would make endlessly many.
  private static let mostNodes = 20_000

  /// What a line ends in that goes on in the next: for a shell of Unix, for PowerShell, for a batch file.
  private static let continuations = ["\\", " `", " ^"]

  /// The lines of a text, those that go on joined with the next.
  static func lines(of text: DerivedText, in source: SourceFile) -> [Line] {
    var joined: [Line] = []
    var number: Int?
    var before = ""
    var start = 0
    for part in text.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      var line = String(decoding: part, as: UTF8.self)
      if line.hasSuffix("\r") { line.removeLast() }
      let place = text.location(of: ByteRange(at: start)).range.start
      let first = number ?? source.lines.line(at: place)
      start += part.count + 1
      if continuations.contains(where: line.hasSuffix) {
        number = first
        before += line.dropLast() + " "
      } else {
        joined.append(Line(number: first, text: before + line))
        number = nil
        before = ""
      }
    }
    return joined + (number.map { [Line(number: $0, text: before)] } ?? [])
  }

  /// The keys under which files of jobs and tasks hold commands, each set one shell: a step has one text, a job lists.
  private static let keys = [
    ["run"], ["before_script", "script"], ["bash"], ["pwsh"], ["powershell"], ["command"], ["commands"],
    ["cmds"],
    ["cmd"],
  ]

  /// The shells of the jobs and tasks that a file describes, whoever runs them.
  static func blocks(ofJobs source: SourceFile) -> [CommandBlock] {
    let syntax: DataSyntaxKind = source.id.path.hasSuffix(".json") ? .json : .yaml
    let root = DataParser.parse(DerivedText(source), as: syntax).tree.root
    var blocks: [CommandBlock] = []
    var open: [(node: DataNode, folder: String?, constants: [String: String])] = [(root, nil, [:])]
    var visited = 0
    while let (node, inherited, outer) = open.popLast(), visited < mostNodes {
      visited += 1
      let folder = folder(of: node) ?? inherited
      let constants = outer.merging(constants(of: node)) { $1 }
      if let block = program(of: node, in: source, folder) { blocks.append(block) }
      for scripts in [node["scripts"]].compactMap({ $0 }) where scripts.kind == .mapping {
        blocks += scripts.entries.compactMap(\.value.scalar).map {
          CommandBlock(lines: lines(of: $0, in: source))
        }
      }
      for keys in keys {
        let lines = keys.compactMap { node[$0] }.flatMap { $0.kind == .sequence ? $0.items : [$0] }
          .compactMap(\.scalar).flatMap { self.lines(of: $0, in: source) }
        if !lines.isEmpty {
          blocks.append(CommandBlock(lines: lines, folder: folder, constants: constants))
        }
      }
      open += (node.items + node.entries.map(\.value)).reversed().map { ($0, folder, constants) }
    }
    return blocks
  }

  /// A step that names the image of Packer, and only what it is given, as Cloud Build wants it.
  private static func program(of node: DataNode, in source: SourceFile, _ folder: String?) -> CommandBlock? {
    guard let name = node["name"]?.string,
      TreePath.name(name).prefix(while: { $0 != ":" && $0 != "@" }) == "packer",
      let arguments = node["args"], arguments.kind == .sequence, node["entrypoint"] == nil
    else { return nil }
    let words = arguments.items.compactMap(\.string).map { $0.contains(" ") ? "'\($0)'" : $0 }
    let number = source.lines.line(at: arguments.location.range.start)
    return CommandBlock(
      lines: [Line(number: number, text: (["packer"] + words).joined(separator: " "))], folder: folder)
  }

  /// The variables that a file, a job or a step sets for its shells.
  private static func constants(of node: DataNode) -> [String: String] {
    var constants: [String: String] = [:]
    for key in ["variables", "env", "environment", "vars"] {
      for entry in node[key]?.entries ?? [] {
        guard let name = entry.key.string, CommandText.isName(name) else { continue }
        let value = entry.value.kind == .mapping ? entry.value["value"]?.string : entry.value.string
        // What is not written out hides what stands further out.
        constants[name] = value ?? "$\(name)"
      }
    }
    return constants
  }

  /// The folder that a step names, or the defaults of a job or a workflow; nil where a variable makes it.
  private static func folder(of node: DataNode) -> String? {
    let value =
      node["working-directory"] ?? node["defaults"]?["run"]?["working-directory"] ?? node["workingDirectory"]
      ?? node["working_directory"] ?? node["dir"]
    guard let text = value?.string else { return nil }
    var folder = WorkFolder(nil)
    folder.change(to: text)
    return folder.path
  }
}

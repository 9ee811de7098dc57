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

  /// How many nodes of a file are looked at: aliases inside aliases would make endlessly many.
  private static let mostNodes = 20_000

  /// The lines of a text, those that end in a backslash joined with the next.
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
      if line.hasSuffix("\\") {
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

  /// The shells of the jobs that a file of GitHub, GitLab or Travis describes.
  static func blocks(ofJobs source: SourceFile) -> [CommandBlock] {
    let root = DataParser.parse(DerivedText(source), as: .yaml).tree.root
    var blocks: [CommandBlock] = []
    var open: [(node: DataNode, folder: String?)] = [(root, nil)]
    var visited = 0
    while let (node, inherited) = open.popLast(), visited < mostNodes {
      visited += 1
      let folder = folder(of: node) ?? inherited
      // A step of GitHub has one text, a job of the others lists.
      for keys in [["run"], ["before_script", "script"]] {
        let lines = keys.compactMap { node[$0] }.flatMap { $0.kind == .sequence ? $0.items : [$0] }
          .compactMap(\.scalar).flatMap { self.lines(of: $0, in: source) }
        if !lines.isEmpty { blocks.append(CommandBlock(lines: lines, folder: folder)) }
      }
      open += (node.items + node.entries.map(\.value)).reversed().map { ($0, folder) }
    }
    return blocks
  }

  /// The folder that a step of GitHub names, or the defaults of a job or a workflow; nil where a variable makes it.
  private static func folder(of node: DataNode) -> String? {
    let value = node["working-directory"] ?? node["defaults"]?["run"]?["working-directory"]
    return value?.string.flatMap { $0.contains("$") ? nil : $0 }
  }
}

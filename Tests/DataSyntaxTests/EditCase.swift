import DataSyntax
import Diagnostics
import Source
import Support
import Testing

/// A case of the editor: a document, what is to become of it, and the document afterwards.
///
/// A file under `Fixtures/data/edits` holds several: a head `== SYNTAX: TITLE | OPERATION; …`, the document, a line
/// `--`, the document afterwards, or the word `impossible`.
struct EditCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let syntax: DataSyntaxKind
  let operations: [String]
  let before: [UInt8]
  let after: [UInt8]

  static func all() throws -> [EditCase] {
    try CaseFolder.files(in: "data/edits", endings: [".txt"]).flatMap { file in
      try file.text.split(separator: "== ").map { try EditCase(String($0)) }
    }
  }

  private init(_ text: String) throws {
    let lines = text.unicodeScalars.split(separator: "\n", maxSplits: 1)
    let head = String(String.UnicodeScalarView(lines[0])).split(separator: " | ")
    let body = String(String.UnicodeScalarView(lines[1]))
    let mark = try #require(body.utf8.firstRange(of: "--\n".utf8), "\(lines[0])")
    testDescription = String(head[0])
    syntax = head[0].hasPrefix("yaml") ? .yaml : .json
    operations = head[1].split(separator: ";").map { String($0.drop { $0 == " " }) }
    before = Array(body.utf8[..<mark.lowerBound])
    after = Array(body.utf8[mark.upperBound...])
  }

  var tree: DataTree {
    DataParser.parse(DerivedText(SourceFile(FileID("case"), bytes: before)), as: syntax).tree
  }

  /// The document after the operations; nil where the editor calls them impossible.
  func result() throws -> [UInt8]? {
    let tree = tree
    var editor = DataEditor(tree)
    for operation in operations { try apply(operation, to: &editor, of: tree) }
    guard let edits = editor.edits else { return nil }
    var bytes = before
    for edit in edits.reversed() { bytes.replaceSubrange(edit.location.range.indices, with: edit.text.utf8) }
    return bytes
  }

  private func apply(_ operation: String, to editor: inout DataEditor, of tree: DataTree) throws {
    let words = operation.split(separator: " ", maxSplits: 2).map(String.init)
    let pointer = try #require(DataPointer(words[1] == "/" ? "" : words[1]))
    let node = try #require(tree.node(at: pointer), "\(operation)")
    let parent = tree.node(at: DataPointer(pointer.tokens.dropLast()))
    let entry = tree.entry(at: pointer)
    let rest = words.dropFirst(2).joined(separator: " ")
    switch words[0] {
    case "remove":
      let parent = try #require(parent)
      if let entry {
        editor.remove(entry, from: parent)
      } else {
        editor.remove(itemAt: try #require(Int(pointer.tokens.last ?? "")), from: parent)
      }
    case "merge": editor.remove(try #require(entry), from: try #require(parent), comments: .stay)
    case "rename": editor.rename(try #require(entry).key, to: rest)
    case "replace": editor.replace(node, with: try json(rest))
    case "insert": editor.insert([try member(rest)], after: entry, in: try #require(parent))
    case "first": editor.insert([try member(rest)], after: nil, in: node)
    case "move":
      let place = try #require(DataPointer(rest.dropFirst("after ".count)))
      let target = try #require(tree.entry(at: place))
      editor.move(try #require(entry), from: try #require(parent), after: target, in: try #require(parent))
    case "nest":
      let entry = try #require(entry)
      editor.replace(entry, in: try #require(parent), by: [.new(rest, .mapping([.written(entry, key: nil)]))])
    case "split":
      guard case .array(let items) = try json(rest) else { return }
      editor.replace(
        itemAt: try #require(Int(pointer.tokens.last ?? "")), of: try #require(parent),
        by: items.map { .value($0) })
    case "text":
      let parts = rest.split(separator: " ").map(String.init)
      let start = try #require(node.scalar?.bytes.firstRange(of: Array(parts[0].utf8))?.lowerBound)
      editor.replace(ByteRange(start, start + parts[0].utf8.count), of: node, with: parts[1])
    default: Issue.record("no operation is called \(words[0])")
    }
  }

  private func member(_ text: String) throws -> DataFragment.Entry {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    return .new(parts[0].filter { $0 != " " }, .value(try json(parts[1])))
  }

  private func json(_ text: String) throws -> JSONText {
    let source = SourceFile(FileID("value"), bytes: Array(text.utf8))
    let (tree, faults) = DataParser.parse(DerivedText(source), as: .json)
    try #require(faults.isEmpty, "\(text)")
    return JSONText(tree.root)
  }
}

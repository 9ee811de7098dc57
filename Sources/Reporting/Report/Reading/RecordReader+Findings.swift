import DataSyntax
import Diagnostics

extension RecordReader {
  /// Places beyond these bounds do not exist, and nothing that counts with them may overflow.
  private static let positions = 1...1_000_000_000
  private static let offsets = 0...1_000_000_000_000

  mutating func finding(_ node: DataNode) -> Finding {
    Finding(
      rule: text("rule", of: node), severity: word("severity", of: node, Severity.allCases) ?? .error,
      message: text("message", of: node), help: optionalText("help", of: node), place: place(node),
      labels: list("labels", of: node).map { note($0, textNamed: "message") },
      notes: texts("notes", of: node), chain: list("chain", of: node).map { note($0, textNamed: "what") },
      fix: node["fix"].map { fix($0) }, exception: exception(of: node))
  }

  /// Records of before do not say where an exception stands.
  private mutating func exception(of node: DataNode) -> Exception? {
    guard let reason = optionalText("reason", of: node) else { return nil }
    let source = node["exception"] == nil ? nil : word("exception", of: node, Exception.Source.allCases)
    return Exception(reason, source ?? .inSource)
  }

  /// The place whose members stand among those of an object.
  mutating func place(_ node: DataNode) -> Place {
    let column = node["snippetColumn"] == nil ? 1 : number("snippetColumn", of: node, in: Self.positions)
    return Place(
      file: text("file", of: node), start: point("start", of: node), end: point("end", of: node),
      snippet: optionalText("snippet", of: node) ?? "", snippetColumn: column)
  }

  private mutating func point(_ key: String, of node: DataNode) -> Place.Point {
    guard let point = object(key, of: node) else { return Place.Point(line: 1, column: 1, offset: 0) }
    return Place.Point(
      line: number("line", of: point, in: Self.positions),
      column: number("column", of: point, in: Self.positions),
      offset: number("offset", of: point, in: Self.offsets),
      utf8Column: point["utf8Column"].map { _ in number("utf8Column", of: point, in: Self.positions) },
      utf16Column: point["utf16Column"].map { _ in number("utf16Column", of: point, in: Self.positions) })
  }

  private mutating func note(_ node: DataNode, textNamed key: String) -> Finding.Note {
    Finding.Note(text: text(key, of: node), place: place(node))
  }

  private mutating func fix(_ node: DataNode) -> Finding.Fix {
    Finding.Fix(
      safety: word("safety", of: node, [.safe, .unsafe]) ?? .unsafe,
      edits: list("edits", of: node).map { Finding.Fix.Edit(place: place($0), text: text("text", of: $0)) })
  }
}

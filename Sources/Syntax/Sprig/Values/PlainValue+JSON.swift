package import DataSyntax
import GoTemplate
import Source

extension GoValue<String> {
  /// The value as JSON, keys sorted.
  package var json: JSONText {
    switch self {
    case .missing, .none, .unknown: .null
    case .bool(let flag): .bool(flag)
    case .integer(let number): .integer(number)
    case .unsigned(let number): .number(String(number))
    case .float(let number): .number(GoNumberText.json(number))
    case .object(let object):
      object.number.map { .integer($0) } ?? .string((object as? GoMoment)?.marshalled ?? object.printed)
    case .text(let text): .string(text.string)
    case .list(let items, _): .array(items.map(\.json))
    case .map(let entries, _):
      .object(entries.sorted { $0.key < $1.key }.map { .init($0.key.text, $0.value.json) })
    }
  }

  /// Why JSON cannot hold the value, in Go's words; nil where it can.
  var jsonFault: String? {
    switch self {
    case .float(let number) where !number.isFinite:
      "json: unsupported value: \(GoNumberText.general(number))"
    case .map(let entries, _) where !entries.hasNamesAlone: "json: unsupported type: \(typeName)"
    case .map(let entries, _): entries.values.lazy.compactMap(\.jsonFault).first
    case .list(let items, _): items.lazy.compactMap(\.jsonFault).first
    case .missing, .none, .unknown, .bool, .integer, .unsigned, .float, .text, .object: nil
    }
  }

  /// The value of a JSON text; nil where that is none. All its numbers are fractions, as Go decodes them.
  package init?(json text: String) {
    let file = SourceFile(FileID("json"), bytes: Array(text.utf8))
    let (tree, faults) = DataParser.parse(DerivedText(file), as: .json)
    guard faults.isEmpty, tree.root.kind != .missing else { return nil }
    self.init(json: tree.root)
  }

  /// The value of a node of JSON.
  package init(json node: DataNode) {
    switch node.kind {
    case .missing, .null: self = .none
    case .bool: self = .bool(node.bool == true)
    case .number: self = .float(Double(node.string ?? "") ?? 0)
    case .string: self = .text(node.string ?? "")
    case .sequence: self = .list(node.items.map { PlainValue(json: $0) })
    case .mapping:
      self = .map(
        Dictionary(node.entries.map { (GoKey($0.key.string ?? ""), PlainValue(json: $0.value)) }) { _, last in
          last
        }
      )
    }
  }
}

import DataSyntax
import GoTemplate
import Sprig

extension GossValue {
  /// The value of a node where goss takes any type: the plain scalars of YAML are typed, the numbers of JSON are fractions.
  init(_ node: DataNode) {
    switch node.kind {
    case .missing, .null: self = .null
    case .bool: self = .bool(node.bool == true)
    case .number:
      let text = node.string ?? ""
      self = node.tree.syntax == .json ? .float(Double(text) ?? 0) : GossScalar.value(of: text)
    case .string:
      let text = node.string ?? ""
      self = node.isPlain && !Self.isTagged(text) ? GossScalar.value(of: text) : .text(text)
    case .sequence: self = .list(node.items.map { GossValue($0) })
    case .mapping:
      let entries = node.entries
      self = .map(
        entries.map { Entry(key: GossValue($0.key).printed, value: GossValue($0.value)) },
        hasPlainKeys: entries.allSatisfy { if case .text = GossValue($0.key) { true } else { false } })
    }
  }

  /// Whether a plain text would not be one by its letters: then its tag made it one.
  private static func isTagged(_ text: String) -> Bool {
    switch GossScalar.value(of: text) {
    case .null, .bool: true
    case .integer, .float, .unsigned: !text.contains("_") && !text.hasPrefix("0b")
    case .text, .time, .list, .texts, .map: false
    }
  }

  /// The value as templates hold it.
  var templateValue: PlainValue {
    switch self {
    case .null: .none
    case .bool(let flag): .bool(flag)
    case .integer(let number): .integer(number)
    case .unsigned(let number): .float(Double(number))
    case .float(let number): .float(number)
    case .text, .time: .text(printed)
    case .list, .texts: .list((items ?? []).map(\.templateValue))
    case .map(let entries, _):
      .map(Dictionary(entries.map { ($0.key, $0.value.templateValue) }) { _, last in last })
    }
  }
}

import DataSyntax
import GoTemplate
import Source
import Sprig

extension GossValue {
  /// The value of a node where goss takes any type: the plain scalars of YAML are typed, the numbers of JSON are fractions.
  init(_ node: DataNode) {
    switch node.kind {
    case .missing, .null: self = .null
    case .bool: self = .bool(node.bool == true)
    case .number:
      let text = node.string ?? ""
      self =
        node.tree.syntax == .json ? .float(Double(text) ?? 0) : Self.number(GossScalar.value(of: text), node)
    case .string:
      let text = node.string ?? ""
      self = node.isPlain && node.tag != .text ? GossScalar.value(of: text) : .text(text)
    case .sequence: self = .list(node.items.map { GossValue($0) })
    case .mapping:
      let entries = node.entries
      self = .map(
        entries.map { Entry(key: GossValue($0.key), value: GossValue($0.value)) },
        hasPlainKeys: entries.allSatisfy { if case .text = GossValue($0.key) { true } else { false } })
    }
  }

  /// The value with the first of the entries that a map has for a key, as gjson reads objects.
  var withFirstKeys: GossValue {
    switch self {
    case .list(let items): return .list(items.map(\.withFirstKeys))
    case .map(let entries, let hasPlainKeys):
      var keys: Set<[UInt8]> = []
      return .map(
        entries.filter { keys.insert(Array($0.key.utf8)).inserted }
          .map { Entry(key: $0.typedKey, value: $0.value.withFirstKeys) }, hasPlainKeys: hasPlainKeys)
    default: return self
    }
  }

  /// The value of a JSON text as gjson reads it; nil where it is none.
  init?(jsonText bytes: [UInt8]) {
    let text = DerivedText(SourceFile(FileID("json"), bytes: bytes))
    let (tree, faults) = DataParser.parse(text, as: .json)
    guard !bytes.isEmpty, faults.isEmpty, tree.root.kind != .missing else { return nil }
    self = GossValue(tree.root).withFirstKeys
  }

  /// A number that its tag makes a fraction.
  private static func number(_ value: GossValue, _ node: DataNode) -> GossValue {
    guard node.tag == .fraction else { return value }
    return switch value {
    case .integer(let number): .float(Double(number))
    case .unsigned(let number): .float(Double(number))
    default: value
    }
  }

  /// The value as templates hold it.
  var templateValue: PlainValue {
    switch self {
    case .null: .none
    case .bool(let flag): .bool(flag)
    case .integer(let number): .integer(number)
    case .unsigned(let number): .unsigned(number)
    case .float(let number): .float(number)
    case .text: .text(printed)
    case .time(let time): .object(time.moment)
    case .list, .texts: .list((items ?? []).map(\.templateValue))
    case .map(let entries, _):
      .map(Dictionary(entries.map { ($0.templateKey, $0.value.templateValue) }) { _, last in last })
    }
  }
}

extension GossValue.Entry {
  /// The key as templates hold it.
  fileprivate var templateKey: GoKey {
    let kind: GoKey.Kind =
      switch typedKey {
      case .null: .nothing
      case .bool: .flag
      case .integer: .whole
      case .unsigned: .unsigned
      case .float: .fraction
      case .time: .moment
      case .text, .list, .texts, .map: .text
      }
    return GoKey(key, kind)
  }
}

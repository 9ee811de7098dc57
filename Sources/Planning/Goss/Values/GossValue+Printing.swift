import DataSyntax
import GoTemplate
import Source

extension GossValue {
  /// Go's `%v`.
  var printed: String {
    switch self {
    case .null: "<nil>"
    case .bool(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .unsigned(let number): String(number)
    case .float(let number): GoNumberText.general(number)
    case .text(let bytes): String(decoding: bytes, as: UTF8.self)
    case .time(let time): time.printed
    case .list(let items): "[" + items.map(\.printed).joined(separator: " ") + "]"
    case .texts(let texts): "[" + texts.joined(separator: " ") + "]"
    case .map: "map[" + sortedEntries.map { "\($0.key):\($0.value.printed)" }.joined(separator: " ") + "]"
    }
  }

  /// The entries of a map in the order of their keys.
  var sortedEntries: [Entry] {
    guard case .map(let entries, _) = self else { return [] }
    return entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }

  /// Go's `%T`.
  var type: String {
    switch self {
    case .null: "<nil>"
    case .bool: "bool"
    case .integer: "int"
    case .unsigned: "uint64"
    case .float: "float64"
    case .text: "string"
    case .time: "time.Time"
    case .list: "[]interface {}"
    case .texts: "[]string"
    case .map(_, let hasPlainKeys): hasPlainKeys ? "map[string]interface {}" : "map[interface {}]interface {}"
    }
  }

  /// Go's `%q`.
  var quoted: String {
    switch self {
    case .null: "%!q(<nil>)"
    case .bool: "%!q(bool=\(printed))"
    case .float: "%!q(float64=\(printed))"
    case .integer(let number): Self.character(UInt32(exactly: number))
    case .unsigned: Self.character(nil)
    case .text: GoQuotedText.quoted(printed)
    case .time: GoQuotedText.quoted(printed)
    case .list, .texts: "[" + (items ?? []).map(\.quotedInside).joined(separator: " ") + "]"
    case .map(_, let hasPlainKeys):
      "map["
        + sortedEntries.map { entry in
          let key = hasPlainKeys ? .text(entry.key) : entry.typedKey
          return "\(key.quotedInside):\(entry.value.quotedInside)"
        }.joined(separator: " ") + "]"
    }
  }

  /// The same in a list or a map, where nothing is a value like others.
  private var quotedInside: String { self == .null ? "<nil>" : quoted }

  /// A number as the character that it stands for, in single quotes.
  private static func character(_ number: UInt32?) -> String {
    guard let scalar = number.flatMap(Unicode.Scalar.init) else { return "'\u{FFFD}'" }
    if scalar == "'" { return "'\\''" }
    let quoted = GoQuotedText.quoted(String(scalar))
    return scalar == "\"" ? "'\"'" : "'\(quoted.dropFirst().dropLast())'"
  }

  /// The value as `encoding/json` writes it, keys sorted.
  var json: JSONText {
    switch self {
    case .null: .null
    case .bool(let flag): .bool(flag)
    case .integer(let number): .integer(number)
    case .unsigned(let number): .number(String(number))
    case .float(let number): .number(GoNumberText.json(number))
    case .text(let bytes): .string(StrayBytes.text(bytes))
    case .time(let time): .string(time.json)
    // goss's own lists are nil where they are empty.
    case .texts([]): .null
    case .list, .texts: .array((items ?? []).map(\.json))
    case .map: .object(sortedEntries.map { .init($0.key, $0.value.json) })
    }
  }
}

import Packer
import Source

/// A JSON value whose texts may hold secrets and holes, written as Go writes indented JSON.
indirect enum NodeJSON {
  case null
  case bool(Bool)
  case number(String)
  case text(RunText)
  case list([NodeJSON])
  case map([(key: String, value: NodeJSON)])

  init(_ value: OptionValue) {
    self =
      switch value.content {
      case .null: .null
      case .bool(let flag): .bool(flag)
      case .number(let written): .number(written)
      case .text(let text): .text(text)
      case .list(let items): .list(items.map(NodeJSON.init))
      case .map(let entries): .map(entries.map { ($0.key.value, NodeJSON($0.value)) })
      case .unknown(let reason): .text(RunText([.hole(.function(reason.text))]))
      case .deferred(let text): .text(RunText(text.text.string))
      }
  }

  /// The document: keys sorted by bytes, the later of two equal ones kept, two blanks a level.
  var text: RunText { written(indent: "") }

  /// The same on one line, without blanks.
  var compact: RunText {
    switch self {
    case .null, .bool, .number, .text: return written(indent: "")
    case .list(let items): return "[\(items.map(\.compact).joined(by: ","))]"
    case .map(let entries):
      let unique = Dictionary(entries.map { ($0.key, $0.value) }) { _, last in last }
      let sorted = unique.sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }
      let members = sorted.map { key, value in "\(Self.quoted(RunText(key))):\(value.compact)" as RunText }
      return "{\(members.joined(by: ","))}"
    }
  }

  private func written(indent: String) -> RunText {
    let inner = indent + "  "
    switch self {
    case .null: return "null"
    case .bool(let flag): return flag ? "true" : "false"
    case .number(let written): return RunText(written)
    case .text(let text): return Self.quoted(text)
    case .list(let items):
      if items.isEmpty { return "[]" }
      let lines = items.map { "\(inner)\($0.written(indent: inner))" as RunText }
      return "[\n\(lines.joined(by: ",\n"))\n\(indent)]"
    case .map(let entries):
      if entries.isEmpty { return "{}" }
      let unique = Dictionary(entries.map { ($0.key, $0.value) }) { _, last in last }
      let sorted = unique.sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }
      let lines = sorted.map { key, value in
        "\(inner)\(Self.quoted(RunText(key))): \(value.written(indent: inner))" as RunText
      }
      return "{\n\(lines.joined(by: ",\n"))\n\(indent)}"
    }
  }

  private static func quoted(_ text: RunText) -> RunText {
    let parts = text.parts.map { part in
      part.known.map { part.replaced(by: escaped($0)) } ?? part
    }
    return "\"\(RunText(parts))\""
  }

  /// The escapes of Go's encoder, which also hides `<`, `>` and `&` from HTML.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "<", ">", "&", "\u{2028}", "\u{2029}": result += unicodeEscape(scalar)
      case _ where scalar.value < 0x20: result += unicodeEscape(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func unicodeEscape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}

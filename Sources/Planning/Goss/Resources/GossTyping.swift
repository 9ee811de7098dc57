import DataSyntax
import Source

/// Values of attributes that goss decodes into a fixed type.
enum GossTyping {
  /// A truth value; YAML 1.1's words are ones here, in quotes as well.
  static func flag(_ node: DataNode) -> Bool? {
    switch GossValue(node) {
    case .bool(let flag): return flag
    case .null: return false
    case .text where node.tree.syntax == .yaml: break
    default: return nil
    }
    switch node.string ?? "" {
    case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON": return true
    case "n", "N", "no", "No", "NO", "off", "Off", "OFF": return false
    default: return nil
    }
  }

  static func number(_ node: DataNode) -> Int? {
    switch GossValue(node) {
    case .integer(let number): number
    case .float(let number) where node.tree.syntax == .yaml: GoInteger(truncating: number).value
    case .float(let number): Int(exactly: number)
    case .null: 0
    default: nil
    }
  }

  /// What yaml.v3 calls a node in an error: "!!str `true`", `!!seq`.
  static func shown(_ node: DataNode) -> String {
    switch node.kind {
    case .sequence: return "!!seq"
    case .mapping: return "!!map"
    default: break
    }
    let text = node.string ?? ""
    let cut = text.utf8.count > 10 ? String(text.prefix(7)) + "..." : text
    return "\(tag(GossValue(node))) `\(cut)`"
  }

  private static func tag(_ value: GossValue) -> String {
    switch value {
    case .null: "!!null"
    case .bool: "!!bool"
    case .integer, .unsigned: "!!int"
    case .float: "!!float"
    case .time: "!!timestamp"
    case .text, .list, .texts, .map: "!!str"
    }
  }
}

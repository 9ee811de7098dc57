import DataSyntax
import RegularExpressions
import Source

/// Finds expected values that everything fits.
struct VacuousMatcher {
  /// Texts of many kinds: an expression that is in all of them is in any.
  private static let probes: [[UInt8]] = {
    let all = Array(UInt8(0x20)...0x7E)
    let long = [UInt8](repeating: UInt8(ascii: "a"), count: 3000)
    return [[], [0x0A], all, all + [0x0A] + all.reversed(), long, [0x09, 0x0D, 0x0A], Array("é".utf8)]
  }()

  /// Whether an expression is found in every text.
  static func matchesAll(_ pattern: String) -> Bool {
    guard let expression = try? RegularExpression(pattern) else { return false }
    return probes.allSatisfy { expression.matches($0) }
  }

  /// The part that everything fits, and in words why; nil for a matcher that demands something.
  static func find(in node: DataNode, of property: String) -> (node: DataNode, reason: String)? {
    switch node.kind {
    case .sequence:
      if node.items.isEmpty, !wholes.contains(property) { return (node, "an empty list asserts nothing") }
      guard lines.contains(property) else { return nil }
      return node.items.lazy.compactMap(pattern).first
    case .mapping: return node.entries.count == 1 ? named(node.entries[0], property) : nil
    default: return nil
    }
  }

  /// Properties of which a list is compared as a whole.
  private static let wholes: Set<String> = ["entrypoint", "cmd", "shell", "healthcheck", "on-build"]
  /// Properties of which a list holds patterns for lines.
  private static let lines: Set<String> = [
    "contents", "stdout", "stderr", "headers", "body", "history", "arguments",
  ]

  /// A pattern for lines that every text has.
  private static func pattern(_ node: DataNode) -> (node: DataNode, reason: String)? {
    guard node.kind == .string, let text = node.string, !text.hasPrefix("!") else { return nil }
    if text.utf8.count > 1, text.hasPrefix("/"), text.hasSuffix("/") {
      return matchesAll(String(text.dropFirst().dropLast())) ? (node, "every line has `\(text)`") : nil
    }
    return text.drop { "\\/!".contains($0) }.isEmpty ? (node, "an empty pattern is in every text") : nil
  }

  private static func named(_ entry: DataEntry, _ property: String) -> (node: DataNode, reason: String)? {
    let text = entry.value.string ?? ""
    switch entry.key.string {
    case "match-regexp": return matchesAll(text) ? (entry.value, "`\(text)` is found in every text") : nil
    case "have-prefix", "have-suffix", "contain-substring":
      return entry.value.isScalar && text.isEmpty ? (entry.value, "every text has the empty text") : nil
    case "not" where Slashes.text(entry.value, of: property) != nil:
      return (entry.value, "it never has slashes, and they make no expression here")
    case "ge" where counts.contains(property): return number(entry) { $0 <= 0 }
    case "gt" where counts.contains(property): return number(entry) { $0 < 0 }
    case "semver-constraint":
      return ["*", "x", ">=0.0.0"].contains(text) ? (entry.value, "every version is in this range") : nil
    case "and", "contain-elements", "have-patterns":
      if entry.value.items.isEmpty {
        return entry.value.kind == .sequence ? (entry.value, "an empty list asserts nothing") : nil
      }
      if entry.key.string == "have-patterns" { return entry.value.items.lazy.compactMap(pattern).first }
      return entry.value.items.lazy.compactMap { find(in: $0, of: property) }.first
    case "or": return entry.value.items.lazy.compactMap { find(in: $0, of: property) }.first
    default: return nil
    }
  }

  /// Properties that are never below 0.
  private static let counts: Set<String> = [
    "count", "size", "uid", "gid", "total-size", "score", "wasted-bytes", "wasted-percent",
  ]

  private static func number(_ entry: DataEntry, _ isVacuous: (Double) -> Bool) -> (
    node: DataNode, reason: String
  )? {
    guard entry.value.kind == .number, let number = Double(entry.value.string ?? ""), isVacuous(number) else {
      return nil
    }
    return (entry.value, "it is never less than 0")
  }
}

extension DataNode {
  /// The place of what is written: inside the quotes, where something stands there.
  var written: Location { isScalar && string?.isEmpty == false ? contentLocation : location }
}

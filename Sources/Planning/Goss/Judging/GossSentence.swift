import DataSyntax
import Expectation
import Matching

/// A failure in words for people.
struct GossSentence {
  private static let shownLimit = 200

  let property: String
  let match: GossResult.Match

  /// One sentence: `mode` is "0644", expected to equal "0600".
  var text: String {
    if match.message == "to have patterns", let missing = match.missing {
      let patterns = missing.map { Self.plain($0) }
      let (unwanted, wanted) = (patterns.filter { $0.hasPrefix("!") }, patterns.filter { !$0.hasPrefix("!") })
      var parts: [String] = []
      if !wanted.isEmpty { parts.append("no line of `\(property)` has \(Self.listed(wanted))") }
      if !unwanted.isEmpty {
        parts.append(
          "a line of `\(property)` has \(Self.listed(unwanted.map { String($0.dropFirst()) })), which it must not"
        )
      }
      return parts.joined(separator: "; ")
    }
    let actual = match.conversions.isEmpty ? match.actual : match.raw ?? match.actual
    var text =
      "`\(property)` is \(Self.shown(actual)), expected \(match.message) \(Self.shown(match.expected))"
    if let missing = match.missing { text += "; missing: \(Self.listed(missing))" }
    if let extra = match.extra { text += "; unexpected: \(Self.listed(extra))" }
    return text
  }

  /// Lines that help to see why.
  func evidence(_ actual: GossValue, _ node: DataNode?) -> [String] {
    var evidence: [String] = []
    if match.message == "to have patterns", case .text(let bytes) = actual {
      for pattern in match.missing ?? [] {
        evidence += LineNumbers.nearest(to: Self.plain(pattern), in: bytes)
      }
    }
    if property == "mode", let node, case .integer(let number) = GossValue(node) {
      let written = node.string ?? String(number)
      evidence.append(
        "without quotes `\(written)` is the number \(number); write the mode as a text: \"\(written)\"")
    }
    return evidence
  }

  private static func plain(_ value: JSONText) -> String {
    if case .string(let text) = value { text } else { shown(value) }
  }

  private static func listed(_ values: [JSONText]) -> String {
    values.map { shown($0) }.joined(separator: ", ")
  }
  private static func listed(_ patterns: [String]) -> String {
    patterns.map { "`\($0.map { $0 == "`" ? "'" : String($0) }.joined())`" }.joined(separator: ", ")
  }

  /// A value on one line, cut where it is long.
  static func shown(_ value: JSONText) -> String {
    let text = String(decoding: value.goCompact(escapesMarkup: false), as: UTF8.self)
    return text.utf8.count > shownLimit ? text.prefix(shownLimit) + "…" : text
  }
}

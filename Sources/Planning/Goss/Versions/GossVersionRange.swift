/// A range as blang/semver reads it, its oddities included: `1.x`, `>=1.2.0 <2.0.0`, alternatives between ` || `.
struct GossVersionRange: Sendable {
  private enum Relation: Sendable { case less, atMost, greater, atLeast, same, other }

  private struct Term: Sendable {
    let relation: Relation
    let version: GossVersion

    func holds(for version: GossVersion) -> Bool {
      let order = version.order(against: self.version)
      return switch relation {
      case .less: order < 0
      case .atMost: order <= 0
      case .greater: order > 0
      case .atLeast: order >= 0
      case .same: order == 0
      case .other: order != 0
      }
    }
  }

  /// Each a list of terms that must all hold.
  private let alternatives: [[Term]]

  /// Reads a range; nil where it is none.
  init?(_ text: String) {
    let parts = Self.parts(of: text)
    guard let first = parts.first, first != Self.or, parts.last != Self.or else { return nil }
    var alternatives: [[Term]] = []
    for words in parts.split(separator: Self.or, omittingEmptySubsequences: false) {
      let written = words.flatMap { Self.expanded($0) }
      let terms = written.compactMap { Self.term($0) }
      guard terms.count == written.count else { return nil }
      alternatives.append(terms)
    }
    self.alternatives = alternatives
  }

  /// Whether a version lies in it; nil where goss crashes: nothing stands between two `||`, and nothing before holds.
  func contains(_ version: GossVersion) -> Bool? {
    for terms in alternatives {
      if terms.isEmpty { return nil }
      if terms.allSatisfy({ $0.holds(for: version) }) { return true }
    }
    return false
  }

  private static let or = "||"

  /// The parts between blanks, none of them in front of a version that `<`, `>` or `=` stands before. A part of one character
  /// counts as none.
  private static func parts(of text: String) -> [String] {
    var parts: [[UInt8]] = []
    var (part, length): ([UInt8], Int) = ([], 0)
    var last = UInt8(0)
    func end() {
      if length > 1 { parts.append(part) }
      (part, length) = ([], 0)
    }
    for byte in text.utf8 {
      if byte == UInt8(ascii: " ") {
        if "<>=".utf8.contains(last) { length += 1 } else { end() }
      } else {
        part.append(byte)
        length += 1
        last = byte
      }
    }
    end()
    return parts.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Cuts the mark off, which ends at the first digit; nil where there is none.
  private static func cut(_ part: String) -> (mark: String, version: String)? {
    let scalars = part.unicodeScalars
    guard let place = scalars.firstIndex(where: { $0.properties.generalCategory == .decimalNumber }) else {
      return nil
    }
    let mark = scalars[..<place].drop { $0.properties.isWhitespace }
    let end = mark.lastIndex { !$0.properties.isWhitespace }
    return (end.map { String(mark[...$0]) } ?? "", String(scalars[place...]))
  }

  private static func term(_ part: String) -> Term? {
    guard let (mark, written) = cut(part), let version = GossVersion(written) else { return nil }
    let relation: Relation
    switch mark {
    case "", "=", "==": relation = .same
    case "!", "!=": relation = .other
    case "<": relation = .less
    case "<=": relation = .atMost
    case ">": relation = .greater
    case ">=": relation = .atLeast
    default: return nil
    }
    return Term(relation: relation, version: version)
  }

  /// A part with an `x` as the parts that it stands for; a bound that cannot be told stands alone, as a mark that is no term.
  private static func expanded(_ part: String) -> [String] {
    guard part.utf8.contains(UInt8(ascii: "x")) else { return [part] }
    guard let (mark, version) = cut(part) else { return [part] }
    let low = GossWildcard(version).low
    let high = GossWildcard(version).high ?? ""
    switch mark {
    case ">": return [">=" + high]
    case ">=": return [">=" + low]
    case "<": return ["<" + low]
    case "<=": return ["<" + high]
    case "", "=", "==": return [">=" + low, "<" + high]
    case "!", "!=": return ["<" + low, ">=" + high]
    default: return [low]
    }
  }
}

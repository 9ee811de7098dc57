extension VersionRange {
  private static let marks = Set("<>=!".utf8)

  /// The parts between `||`.
  static func alternatives(in text: String) -> [[UInt8]] {
    var parts: [[UInt8]] = [[]]
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "|"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "|") {
        parts.append([])
        index += 2
      } else {
        parts[parts.count - 1].append(bytes[index])
        index += 1
      }
    }
    return parts
  }

  /// The terms of a part, each its mark and its version; blanks and commas stand between them, blanks also inside.
  static func words(in part: [UInt8]) -> [(mark: String, version: String)] {
    var words: [(mark: String, version: String)] = []
    var rest = part[...]
    while true {
      rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ",") }
      if rest.isEmpty { return words }
      let mark = rest.prefix { marks.contains($0) }
      rest = rest.dropFirst(mark.count).drop { $0 == 0x20 || $0 == 0x09 }
      let version = rest.prefix { $0 != 0x20 && $0 != 0x09 && $0 != UInt8(ascii: ",") && !marks.contains($0) }
      rest = rest.dropFirst(version.count)
      words.append((String(decoding: mark, as: UTF8.self), String(decoding: version, as: UTF8.self)))
    }
  }

  static func term(_ mark: String, _ version: String, _ isStrict: inout Bool) -> Term? {
    let relation: Relation
    switch mark {
    case "", "==": relation = .same
    case "!": relation = .other
    default:
      guard let known = Relation(rawValue: mark) else { return nil }
      relation = known
    }
    if let wildcard = wildcard(version) { return term(relation, wildcard.low, wildcard.high) }
    // A Debian version with epoch is no semantic version; the part that the packaging system reads is enough.
    let plain = version.split(separator: ":", maxSplits: 1).last.map(String.init) ?? ""
    guard let exact = SemanticVersion(version) ?? leading(plain) else { return nil }
    isStrict = isStrict && exact.isStrict && SemanticVersion(version) != nil
    return .compare(relation, Bound(text: version, version: exact))
  }

  /// The semantic version that the first numbers of a packaging system's version make.
  private static func leading(_ text: String) -> SemanticVersion? {
    let numbers = text.prefix { $0 == "." || ("0"..."9").contains($0) }.split(separator: ".").prefix(3)
    return SemanticVersion(numbers.joined(separator: "."))
  }

  private static func term(_ relation: Relation, _ low: Bound, _ high: Bound) -> Term {
    switch relation {
    case .same: .within(low, high)
    case .other: .outside(low, high)
    case .less: .compare(.less, low)
    case .atLeast: .compare(.atLeast, low)
    case .greater: .compare(.atLeast, high)
    case .atMost: .compare(.less, high)
    }
  }

  /// The bounds of `1.x` or `1.2.x`: the first version in it, and the first after it.
  private static func wildcard(_ text: String) -> (low: Bound, high: Bound)? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let place = parts.firstIndex(where: { $0 == "x" || $0 == "*" }), (1...2).contains(place),
      parts[place...].allSatisfy({ $0 == "x" || $0 == "*" }),
      let low = SemanticVersion(parts[..<place].joined(separator: "."))
    else { return nil }
    let high = low.raised(at: place - 1)
    func bound(_ version: SemanticVersion) -> Bound {
      Bound(text: version.numbers.prefix(place).map(\.description).joined(separator: "."), version: version)
    }
    return (bound(low), bound(high))
  }
}

import Expectation
package import Source

/// Whether a file is one of goss's, told by the words at the start of its lines: its template need not be rendered.
package enum GossDetection {
  private static let words = Set(GossKind.all.map(\.word) + [GossKind.gossfile.word])

  package enum Answer: Sendable {
    case goss, other
    /// The words are also those of our own dialect, and the name says nothing.
    case either
  }

  /// What the words of a file tell, or its name where they are those of both dialects.
  package static func answer(_ file: SourceFile) -> Answer {
    let name = file.id.path.split(separator: "/").last.map(String.init) ?? ""
    if name.hasPrefix("goss.") || name.hasPrefix("goss_") || name.hasSuffix(".goss.yaml") { return .goss }
    let keys = Set(keys(of: file))
    let known = SpecFile.sections
    if !keys.isDisjoint(with: words.subtracting(known)) { return .goss }
    if !keys.isDisjoint(with: known.subtracting(words)) || keys.isDisjoint(with: words) { return .other }
    let answer = GossThings(of: file).answer
    return answer == .either && name.contains(".spec.") ? .other : answer
  }

  /// The keys at the left edge of a YAML text, or one level inside a JSON one.
  private static func keys(of file: SourceFile) -> [String] {
    let isJSON = file.bytes.first { !$0.isBlank } == UInt8(ascii: "{")
    var keys: [String] = []
    var depth = 0
    for number in file.lines.starts.indices {
      let range = file.lines.range(ofLine: number + 1)
      // Most lines lie deeper.
      if !isJSON, range.isEmpty || file.bytes[range.start].isBlank { continue }
      let line = file.bytes[range.indices]
      let content = isJSON ? line.drop { $0.isBlank || $0 == UInt8(ascii: "{") } : line
      let isOutside = depth < 2
      if isJSON {
        for byte in line {
          if byte == UInt8(ascii: "{") { depth += 1 }
          if byte == UInt8(ascii: "}") { depth -= 1 }
        }
      }
      guard isOutside, let first = content.first, !first.isBlank, first != UInt8(ascii: "#") else { continue }
      let word = content.prefix { $0 != UInt8(ascii: ":") }
      guard word.count < content.count else { continue }
      keys.append(
        String(decoding: word.filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }, as: UTF8.self))
    }
    return keys
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D || self == 0x0A }
}

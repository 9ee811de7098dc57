import Expectation
import RegularExpressions

/// The patterns of a list that is compared with a text line by line.
struct GossPatterns {
  /// What became of the patterns.
  struct Outcome {
    /// The patterns that were satisfied, and those that were not, as written.
    let found: [String]
    let missing: [String]
    let isMatched: Bool
  }

  private enum Kind {
    case plain([UInt8])
    case expression(RegularExpression)
  }

  private struct Pattern {
    let text: String
    let kind: Kind
    var isInverse: Bool { text.hasPrefix("!") }

    func matches(_ line: ArraySlice<UInt8>, in bytes: [UInt8]) -> Bool {
      switch kind {
      case .plain(let wanted): wanted.isEmpty || Array(line).firstRange(of: wanted) != nil
      case .expression(let expression): expression.firstMatch(in: bytes, within: line.indices) != nil
      }
    }
  }

  /// The longest line that goss reads.
  private static let lineLimit = 1 << 20

  private let elements: GossValue
  private let compatibility: Compatibility

  init(_ elements: GossValue, _ compatibility: Compatibility) {
    self.elements = elements
    self.compatibility = compatibility
  }

  func result(in bytes: [UInt8]) -> Result<Outcome, GossError> {
    switch patterns {
    case .failure(let error): .failure(error)
    case .success(let patterns): search(patterns, bytes)
    }
  }

  private var patterns: Result<[Pattern], GossError> {
    var patterns: [Pattern] = []
    for element in elements.items ?? [elements] {
      guard let text = element.string else {
        return .failure(
          GossError("HavePatterns matcher expects patterns to be a string. got: \n\(element.object)"))
      }
      switch Self.kind(of: text) {
      case .success(let kind): patterns.append(Pattern(text: text, kind: kind))
      case .failure(let error): return .failure(error)
      }
    }
    return .success(patterns)
  }

  private static func kind(of text: String) -> Result<Kind, GossError> {
    let bytes = Array(text.utf8)
    let slash = UInt8(ascii: "/")
    let body = bytes.first == UInt8(ascii: "!") ? bytes.dropFirst() : bytes[...]
    guard body.first == slash, bytes.last == slash else {
      return .success(.plain(Array(bytes.drop { #"\/!"#.utf8.contains($0) })))
    }
    // goss crashes on a lone slash; it can only mean itself.
    guard body.count > 1 else { return .success(.plain([slash])) }
    do throws(RegularExpressionError) {
      return .success(
        .expression(try RegularExpression(String(decoding: body.dropFirst().dropLast(), as: UTF8.self))))
    } catch {
      return .failure(GossError(error.goMessage))
    }
  }

  private func search(_ patterns: [Pattern], _ bytes: [UInt8]) -> Result<Outcome, GossError> {
    if patterns.isEmpty { return .success(Outcome(found: [], missing: [], isMatched: true)) }
    var open = patterns
    var found: [String] = []
    var start = 0
    while start < bytes.count, !open.isEmpty {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if compatibility == .strict, end - start >= Self.lineLimit {
        return .failure(GossError("bufio.Scanner: token too long"))
      }
      let hasReturn = end > start && bytes[end - 1] == 0x0D
      let line = bytes[start..<(hasReturn ? end - 1 : end)]
      open.removeAll { pattern in
        guard pattern.matches(line, in: bytes) else { return false }
        if !pattern.isInverse { found.append(pattern.text) }
        return true
      }
      start = end + 1
    }
    found += open.filter { $0.isInverse || $0.text.isEmpty }.map(\.text)
    let isMatched = found.count == patterns.count
    let met = Set(found)
    let missing = isMatched ? [] : patterns.map(\.text).filter { !met.contains($0) }
    return .success(Outcome(found: found, missing: missing, isMatched: isMatched))
  }
}

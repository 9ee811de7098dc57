import Diagnostics
import Source

/// Widens findings on the whole content of a quoted text of JSON or YAML to its quotes, so that all rules point alike.
struct QuoteWidening {
  private let bytes: [FileID: [UInt8]]

  init(_ files: [LintedFile]) {
    bytes = Dictionary(files.filter { $0.tree != nil }.map { ($0.source.id, $0.source.bytes) }) { first, _ in
      first
    }
  }

  /// The finding with its places widened.
  func widened(_ finding: Diagnostic) -> Diagnostic {
    var finding = finding
    finding.primary = widened(finding.primary)
    finding.labels = finding.labels.map { Label($0.message, at: widened($0.location)) }
    return finding
  }

  private func widened(_ location: Location) -> Location {
    let range = location.range
    guard let text = bytes[location.file], range.start > 0, range.end < text.count else { return location }
    let quote = text[range.start - 1]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), text[range.end] == quote,
      isOpening(range.start - 1, in: text)
    else { return location }
    return Location(location.file, ByteRange(range.start - 1, range.end + 1))
  }

  /// Whether a quote begins a text: what comes before it, blanks aside, cannot end one.
  private func isOpening(_ quote: Int, in text: [UInt8]) -> Bool {
    let before = text[..<quote].last { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    return before.map { "{[,:-?".utf8.contains($0) } ?? true
  }
}

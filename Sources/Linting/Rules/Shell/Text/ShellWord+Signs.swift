import Diagnostics
import Project
import ShellSyntax
import Source

extension ShellWord {
  /// Whether a sign stands in it outside quotes.
  func hasPlain(_ sign: Unicode.Scalar) -> Bool {
    parts.contains { part in
      guard case .plain(let text) = part else { return false }
      return text.unicodeScalars.contains(sign)
    }
  }

  /// Signs replaced by others wherever they stand in it; nil where quotes, or another way to write them, leave that open.
  func replacing(_ signs: [Unicode.Scalar: String], in project: Project) -> Fix? {
    let isPlain = parts.allSatisfy { if case .plain = $0 { true } else { false } }
    guard isPlain, let bytes = project.sources[location.file]?.bytes, location.range.end <= bytes.count else {
      return nil
    }
    var edits: [Fix.Edit] = []
    for offset in location.range.indices {
      for (sign, new) in signs where bytes[offset..<location.range.end].starts(with: String(sign).utf8) {
        let range = ByteRange(offset, offset + String(sign).utf8.count)
        edits.append(.init(replacing: Location(location.file, range), with: new))
      }
    }
    return edits.isEmpty ? nil : Fix(.unsafe, edits: edits)
  }
}

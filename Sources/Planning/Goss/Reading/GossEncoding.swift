import DataSyntax
import Diagnostics
import Source

/// How goss reads the bytes of a file: YAML may be in UTF-16 where its mark says so.
enum GossEncoding {
  /// Parses a text as goss does: what stands behind the first document of YAML is not looked at, and any tag is one.
  static func parse(
    _ text: DerivedText, as syntax: DataSyntaxKind
  ) -> (text: DerivedText, tree: DataTree, fault: Diagnostic?) {
    let text = syntax == .yaml ? readable(text) : text
    let (tree, faults) = DataParser.parse(
      text, as: syntax, laterDocuments: .unread, unknownTags: .ignored)
    return (text, tree, faults.first { $0.severity == .error })
  }

  /// A text in UTF-16 as one in UTF-8, each line with its place; what is no sound UTF-16 stays as it is.
  private static func readable(_ text: DerivedText) -> DerivedText {
    let bytes = text.bytes
    let isLittleEndian = bytes.starts(with: [0xFF, 0xFE])
    let isMarked = isLittleEndian || bytes.starts(with: [0xFE, 0xFF])
    guard isMarked, bytes.count.isMultiple(of: 2) else { return text }
    var builder = DerivedTextBuilder()
    var units: [UInt16] = []
    var start = 2
    for offset in stride(from: 2, to: bytes.count, by: 2) {
      let (first, second) = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
      let unit = isLittleEndian ? second << 8 | first : first << 8 | second
      units.append(unit)
      guard unit == 0x0A || offset + 2 == bytes.count else { continue }
      guard let line = String(validating: units, as: UTF16.self) else { return text }
      builder.append(generated: Array(line.utf8), by: text.location(of: ByteRange(start, offset + 2)))
      units.removeAll(keepingCapacity: true)
      start = offset + 2
    }
    return builder.text(whole: text.location(of: ByteRange(0, bytes.count)))
  }
}

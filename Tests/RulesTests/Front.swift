import RuleCatalog
import Source

/// A template with text put in front of its content, on the same line: a root entry of JSON, a comment of YAML.
struct Front {
  /// A root entry whose characters take two to four bytes.
  static let manyBytes = #""_é😀": "ßé – 😀 ü", "#

  let bytes: [UInt8]
  private let offset: Int
  private let count: Int

  /// nil where the file has no root in braces, and is no YAML.
  init?(in file: RuleExample.File, of entry: String) {
    let insertion: [UInt8]
    if file.path.hasSuffix(".json") {
      guard file.bytes.first == UInt8(ascii: "{") else { return nil }
      insertion = Array(entry.utf8)
      offset = 1
    } else {
      insertion = Array("# é😀ß\n".utf8)
      offset = 0
    }
    count = insertion.count
    bytes = Array(file.bytes[..<offset]) + insertion + Array(file.bytes[offset...])
  }

  /// Where a range of the file lies now.
  func moved(_ range: ByteRange) -> ByteRange {
    func moved(_ place: Int) -> Int { place < offset ? place : place + count }
    return ByteRange(moved(range.start), max(moved(range.start), moved(max(range.end - 1, 0)) + 1))
  }
}

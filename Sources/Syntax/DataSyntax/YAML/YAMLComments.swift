import Source

/// Finds the comments of a YAML document, which libyaml throws away: what is left between its tokens.
///
/// Tokens cover all that is neither blank nor comment, quotes and blocks included, so a `#` in a gap begins a comment.
enum YAMLComments {
  /// The comments up to an offset in the text, in order.
  static func ranges(in document: YAMLBytes, upTo limit: Int) -> [ByteRange] {
    guard document.bytes.contains(UInt8(ascii: "#")) else { return [] }
    var found: [ByteRange] = []
    var end = document.base
    LibYAML.visitTokens(of: document, upTo: limit) { range, isBlockScalar in
      if end < range.start { collect(ByteRange(end, range.start), of: document, into: &found) }
      if isBlockScalar, let comment = headComment(of: range, in: document) { found.append(comment) }
      end = max(end, range.end)
    }
    return found
  }

  private static func collect(_ gap: ByteRange, of document: YAMLBytes, into found: inout [ByteRange]) {
    let bytes = document.bytes
    var offset = gap.start - document.base
    let end = gap.end - document.base
    while offset < end {
      guard bytes[offset] == UInt8(ascii: "#") else {
        offset += 1
        continue
      }
      let start = offset
      while offset < end, !bytes[offset].isBreak { offset += 1 }
      found.append(ByteRange(start + document.base, offset + document.base))
    }
  }

  /// The comment behind the `|` or `>` of a block scalar.
  private static func headComment(of scalar: ByteRange, in document: YAMLBytes) -> ByteRange? {
    let head = document.bytes[scalar.start - document.base..<scalar.end - document.base].prefix {
      !$0.isBreak
    }
    guard let mark = head.firstIndex(of: UInt8(ascii: "#")) else { return nil }
    return ByteRange(mark + document.base, head.endIndex + document.base)
  }
}

import Source

/// What can be told of a document from its bytes alone, before any syntax.
package enum Encoding {
  /// What a file is.
  package enum Verdict: Equatable {
    case text
    /// It starts with a byte order mark of UTF-8, three bytes.
    case markedText
    case utf16
    /// Not text; the offset of the byte that tells.
    case binary(at: Int)
  }

  /// How many bytes are searched for a NUL.
  private static let probe = 8000

  /// What the first bytes of a file say.
  package static func verdict(on bytes: [UInt8]) -> Verdict {
    let head = bytes.prefix(4)
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return .utf16 }
    if head.count == 4, (head[0] == 0) != (head[1] == 0), (head[2] == 0) != (head[3] == 0) { return .utf16 }
    if let offset = bytes.prefix(probe).firstIndex(of: 0) { return .binary(at: offset) }
    return head.starts(with: [0xEF, 0xBB, 0xBF]) ? .markedText : .text
  }

  /// A text in UTF-16 as UTF-8; without a byte order mark it is of the order that its first NUL tells.
  package static func utf8(fromUTF16 bytes: [UInt8]) -> [UInt8] {
    let isMarked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let isBigEndian = isMarked ? bytes[0] == 0xFE : bytes.first == 0
    let units = stride(from: isMarked ? 2 : 0, to: bytes.count - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// The ranges that are not UTF-8, in order, at most `limit` of them.
  static func invalidRanges(in bytes: [UInt8], limit: Int) -> [ByteRange] {
    var found: [ByteRange] = []
    var offset = 0
    while offset < bytes.count, found.count < limit {
      do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: bytes.span.extracting(offset...))
        return found
      } catch {
        let bad = error.byteOffsets
        found.append(ByteRange(offset + bad.lowerBound, offset + bad.upperBound))
        offset += bad.upperBound
      }
    }
    return found
  }

  /// Says what keeps a document from being read as text; nil where nothing does.
  static func report(on text: DerivedText, in faults: inout SyntaxFaults) -> Verdict {
    let verdict = verdict(on: text.bytes)
    switch verdict {
    case .utf16:
      faults.add(
        "the file is written in UTF-16", at: ByteRange(0, min(2, text.bytes.count)), help: "save it as UTF-8")
    case .binary(let offset):
      faults.add(
        "the file is not text: byte \(offset) is NUL", at: ByteRange(offset, offset + 1),
        help: "check that this is the right file")
    case .text, .markedText: break
    }
    return verdict
  }
}

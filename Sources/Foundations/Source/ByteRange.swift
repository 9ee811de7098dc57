/// A half-open range of byte offsets in one text.
///
/// Four bytes an offset: a large template has millions of them, and no text of ours reaches four gigabytes.
package struct ByteRange: Hashable, Sendable {
  private let first: UInt32
  private let past: UInt32

  package init(_ start: Int, _ end: Int) {
    precondition(0 <= start && start <= end, "a byte range runs forward")
    first = UInt32(clamping: start)
    past = UInt32(clamping: end)
  }

  /// Offset of the first byte.
  package var start: Int { Int(first) }
  /// Offset after the last byte.
  package var end: Int { Int(past) }

  /// The empty range at an offset.
  package init(at offset: Int) { self.init(offset, offset) }

  package var count: Int { end - start }
  package var isEmpty: Bool { start == end }
  package var indices: Range<Int> { start..<end }

  package func contains(_ other: ByteRange) -> Bool { start <= other.start && other.end <= end }
  package func overlaps(_ other: ByteRange) -> Bool { start < other.end && other.start < end }

  /// The smallest range that holds both.
  package func union(_ other: ByteRange) -> ByteRange {
    ByteRange(min(start, other.start), max(end, other.end))
  }
}

extension ByteRange: Comparable {
  package static func < (a: ByteRange, b: ByteRange) -> Bool {
    (a.start, a.end) < (b.start, b.end)
  }
}

/// Text made from other text, which still knows where each of its bytes comes from.
///
/// A JSON string's content, a shell line inside it, a rendered template: every parser takes one and asks it for
/// Locations, so that a finding points into the file that the user can edit.
package struct DerivedText: Sendable {
  /// A run of bytes and the place that made them.
  package struct Segment: Sendable, Hashable {
    /// Where the run lies in the derived text.
    package let range: ByteRange
    /// Where it comes from; of the same length when verbatim, else the expression that generated it.
    package let origin: Location
    package let isVerbatim: Bool

    package init(_ range: ByteRange, from origin: Location, isVerbatim: Bool) {
      precondition(!isVerbatim || range.count == origin.range.count, "verbatim runs keep their length")
      self.range = range
      self.origin = origin
      self.isVerbatim = isVerbatim
    }
  }

  package let bytes: [UInt8]
  /// The place of the whole, for texts and ranges without a byte of their own.
  package let whole: Location
  /// The segments in order, without gaps; none where the bytes are those of `whole`, as they are in most texts.
  private let runs: [Segment]

  package init(_ bytes: [UInt8], segments: [Segment], whole: Location) {
    let isCopy = segments.count == 1 && segments[0].isVerbatim && segments[0].origin == whole
    self.bytes = bytes
    self.whole = whole
    runs = isCopy ? [] : segments
  }

  /// Bytes that stand at a place just as they are.
  private init(_ bytes: [UInt8], copiedFrom whole: Location) {
    self.bytes = bytes
    self.whole = whole
    runs = []
  }

  /// A whole file, as it stands.
  package init(_ file: SourceFile) {
    self.init(file.bytes, copiedFrom: Location(file.id, ByteRange(0, file.bytes.count)))
  }

  /// Whether the bytes are those of `whole`.
  private var isCopy: Bool { runs.isEmpty }

  /// The segments in order, without gaps; empty only for an empty text.
  package var segments: [Segment] {
    guard isCopy, !bytes.isEmpty else { return runs }
    return [Segment(ByteRange(0, bytes.count), from: whole, isVerbatim: true)]
  }

  /// The text as a `String`; bytes that are not UTF-8 are replaced.
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The place in the original file of a range of the derived text.
  ///
  /// A range inside one verbatim segment maps exactly; one that touches generated segments maps to their whole
  /// expressions. When the segments come from several files the range maps to the first one's part.
  package func location(of range: ByteRange) -> Location {
    if isCopy { return copiedLocation(of: range) }
    let touched = runs[indices(touching: range)]
    guard let first = touched.first, let last = touched.last else { return edge(at: range.start) }
    let start =
      first.isVerbatim
      ? originOffset(of: max(range.start, first.range.start), in: first)
      : first.origin.range.start
    guard first.origin.file == last.origin.file else {
      return Location(first.origin.file, ByteRange(start, first.origin.range.end))
    }
    let end =
      last.isVerbatim
      ? originOffset(of: min(range.end, last.range.end), in: last)
      : last.origin.range.end
    return Location(first.origin.file, ByteRange(start, max(start, end)))
  }

  /// Whether an edit of the range can be carried over to the file byte for byte.
  package func isVerbatim(_ range: ByteRange) -> Bool {
    if isCopy { return range.start < bytes.count }
    let touched = runs[indices(touching: range)]
    guard touched.allSatisfy(\.isVerbatim), let first = touched.first else { return false }
    var next = first.origin.range.start
    for segment in touched {
      guard segment.origin.file == first.origin.file, segment.origin.range.start == next else {
        return false
      }
      next = segment.origin.range.end
    }
    return true
  }

  /// A part of the text, with its places.
  package func slice(_ range: ByteRange) -> DerivedText {
    if isCopy {
      return DerivedText(Array(bytes[range.indices]), copiedFrom: copiedLocation(of: range))
    }
    let parts = runs[indices(touching: range)].compactMap { segment -> Segment? in
      let start = max(segment.range.start, range.start)
      let end = min(segment.range.end, range.end)
      guard start < end else { return nil }
      let local = ByteRange(start - range.start, end - range.start)
      guard segment.isVerbatim else { return Segment(local, from: segment.origin, isVerbatim: false) }
      let shifted = ByteRange(
        originOffset(of: start, in: segment), originOffset(of: end, in: segment))
      return Segment(local, from: Location(segment.origin.file, shifted), isVerbatim: true)
    }
    return DerivedText(Array(bytes[range.indices]), segments: parts, whole: location(of: range))
  }

  /// The place of a range of a text whose bytes are those of `whole`; what lies behind its end has none.
  private func copiedLocation(of range: ByteRange) -> Location {
    let start = whole.range.start
    let end = bytes.count
    return Location(
      whole.file, ByteRange(start + min(range.start, end), start + min(range.end, end)))
  }

  private func originOffset(of offset: Int, in segment: Segment) -> Int {
    segment.origin.range.start + offset - segment.range.start
  }

  /// The segments that share a byte with a range.
  func segments(touching range: ByteRange) -> ArraySlice<Segment> {
    isCopy ? segments[...] : runs[indices(touching: range)]
  }

  /// The runs that share a byte with the range, or, for an empty range, hold its offset.
  private func indices(touching range: ByteRange) -> Range<Int> {
    let wanted = range.isEmpty ? ByteRange(range.start, range.start + 1) : range
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].range.end <= wanted.start { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < runs.count, runs[end].range.start < wanted.end { end += 1 }
    return low..<end
  }

  private func edge(at offset: Int) -> Location {
    guard let last = runs.last, offset >= last.range.end else {
      return Location(whole.file, ByteRange(at: whole.range.start))
    }
    return Location(last.origin.file, ByteRange(at: last.origin.range.end))
  }
}

/// Collects the runs of a `DerivedText`; neighbouring verbatim runs grow together.
package struct DerivedTextBuilder {
  private var bytes: [UInt8] = []
  private var segments: [DerivedText.Segment] = []

  package init() {}

  package var count: Int { bytes.count }

  /// Appends bytes that stand in the file just as they are.
  package mutating func append(verbatim run: some Collection<UInt8>, from origin: Location) {
    let start = bytes.count
    bytes.append(contentsOf: run)
    if start < bytes.count { noteVerbatim(from: start, origin) }
  }

  private mutating func noteVerbatim(from start: Int, _ origin: Location) {
    if let last = segments.last, last.isVerbatim, last.origin.file == origin.file,
      last.origin.range.end == origin.range.start
    {
      segments[segments.count - 1] = DerivedText.Segment(
        ByteRange(last.range.start, bytes.count),
        from: Location(origin.file, last.origin.range.union(origin.range)), isVerbatim: true)
    } else {
      segments.append(.init(ByteRange(start, bytes.count), from: origin, isVerbatim: true))
    }
  }

  /// Appends bytes that an expression in the file made: an escape, a rendered `{{…}}`.
  package mutating func append(generated run: some Collection<UInt8>, by origin: Location) {
    let start = bytes.count
    bytes.append(contentsOf: run)
    if start < bytes.count { noteGenerated(from: start, origin) }
  }

  /// The same for what is at hand as an array: a parser of templates appends little, and often.
  package mutating func append(generated run: [UInt8], by origin: Location) {
    guard !run.isEmpty else { return }
    let start = bytes.count
    bytes += run
    noteGenerated(from: start, origin)
  }

  private mutating func noteGenerated(from start: Int, _ origin: Location) {
    if let last = segments.last, !last.isVerbatim, last.origin == origin {
      segments[segments.count - 1] = .init(
        ByteRange(last.range.start, bytes.count), from: origin, isVerbatim: false)
    } else {
      segments.append(.init(ByteRange(start, bytes.count), from: origin, isVerbatim: false))
    }
  }

  /// Appends another text with its places.
  package mutating func append(_ text: DerivedText) {
    append(text, ByteRange(0, text.bytes.count))
  }

  /// Appends a part of another text with its places.
  package mutating func append(_ text: DerivedText, _ part: ByteRange) {
    for segment in text.segments(touching: part) {
      let from = max(segment.range.start, part.start)
      let to = min(segment.range.end, part.end)
      guard from < to else { continue }
      let start = bytes.count
      bytes += text.bytes[from..<to]
      if segment.isVerbatim {
        let first = segment.origin.range.start + from - segment.range.start
        noteVerbatim(from: start, Location(segment.origin.file, ByteRange(first, first + to - from)))
      } else {
        noteGenerated(from: start, segment.origin)
      }
    }
  }

  /// The text so far; `whole` is the place of the expression that it stands for.
  package func text(whole: Location) -> DerivedText {
    DerivedText(bytes, segments: segments, whole: whole)
  }
}

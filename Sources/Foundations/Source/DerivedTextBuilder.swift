/// Collects the runs of a `DerivedText`; neighbouring verbatim runs grow together.
package struct DerivedTextBuilder {
  private var bytes: [UInt8] = []
  private var segments: [DerivedText.Segment] = []

  package init() {}

  package var count: Int { bytes.count }

  /// Appends bytes that stand in the file just as they are.
  package mutating func append(verbatim run: some Collection<UInt8>, from origin: Location) {
    guard !run.isEmpty else { return }
    let start = bytes.count
    bytes.append(contentsOf: run)
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
    guard !run.isEmpty else { return }
    let start = bytes.count
    bytes.append(contentsOf: run)
    if let last = segments.last, !last.isVerbatim, last.origin == origin {
      segments[segments.count - 1] = .init(
        ByteRange(last.range.start, bytes.count), from: origin, isVerbatim: false)
    } else {
      segments.append(.init(ByteRange(start, bytes.count), from: origin, isVerbatim: false))
    }
  }

  /// Appends another text with its places.
  package mutating func append(_ text: DerivedText) {
    for segment in text.segments {
      let run = text.bytes[segment.range.indices]
      if segment.isVerbatim {
        append(verbatim: run, from: segment.origin)
      } else {
        append(generated: run, by: segment.origin)
      }
    }
  }

  /// The text so far; `whole` is the place of the expression that it stands for.
  package func text(whole: Location) -> DerivedText {
    DerivedText(bytes, segments: segments, whole: whole)
  }
}

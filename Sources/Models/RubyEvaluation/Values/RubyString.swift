package import Source

/// A string: bytes, and the places that made them.
package final class RubyString: RubyHeapObject {
  /// A run of bytes and what made it.
  package struct Part {
    /// Where the run ends in the string.
    package var end: Int
    /// The literal or expression; nil for a piece of text of a template.
    package let place: RubyPlace?
    /// Where the run begins in the literal's content; nil if an expression made it.
    package let offset: Int?
    /// The piece of text of a template, whose bytes begin at the offset.
    var piece: TemplatePiece?
  }

  /// Tell the interpreter before you change them: `CoreCall.change`.
  package private(set) var bytes: [UInt8]
  /// The runs in order; empty where nothing is known of the places.
  package private(set) var parts: [Part]
  /// Why the content cannot be told.
  package internal(set) var doubt: RubyUnknown?

  /// Whether the places of what is appended are kept; nobody asks for those of a whole file.
  private let keepsPlaces: Bool

  private static let partLimit = 1 << 15

  /// An empty string for what a template prints, without places.
  init(printing: Void) {
    bytes = []
    parts = []
    keepsPlaces = false
    super.init()
  }

  /// A string that an expression made.
  package init(_ bytes: [UInt8], at place: RubyPlace?) {
    self.bytes = bytes
    parts = place.map { [Part(end: bytes.count, place: $0, offset: nil)] } ?? []
    keepsPlaces = true
    super.init()
  }

  /// A string that stands in the program as a literal.
  init(literal bytes: [UInt8], at place: RubyPlace) {
    self.bytes = bytes
    parts = [Part(end: bytes.count, place: place, offset: 0)]
    keepsPlaces = true
    super.init()
  }

  /// A copy with its places, without class and frozen mark.
  package init(copying other: RubyString) {
    bytes = other.bytes
    parts = other.parts
    doubt = other.doubt
    keepsPlaces = true
    super.init()
  }

  /// The content; bytes that are not UTF-8 are replaced.
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Replaces the content by what an expression made.
  package func replace(_ bytes: [UInt8], at place: RubyPlace?) {
    self.bytes = bytes
    parts = place.map { [Part(end: bytes.count, place: $0, offset: nil)] } ?? []
  }

  /// Replaces the content by that of another string, with its places.
  package func replace(by other: RubyString) {
    bytes = other.bytes
    parts = other.parts
  }

  /// Appends another string with its places.
  package func append(_ other: RubyString) {
    let start = bytes.count
    let added = other.parts
    bytes += other.bytes
    if parts.isEmpty && start > 0 { return }
    // Thousands of places tell nobody anything.
    guard !added.isEmpty || other.bytes.isEmpty, parts.count + added.count <= Self.partLimit else {
      return parts = []
    }
    for part in added {
      parts.append(Part(end: part.end + start, place: part.place, offset: part.offset, piece: part.piece))
    }
  }

  /// Appends a piece of text of a template.
  func append(_ piece: TemplatePiece) {
    guard keepsPlaces else { return bytes += piece.bytes }
    let isPlaced = !parts.isEmpty && parts.count < Self.partLimit || bytes.isEmpty
    if !isPlaced { parts = [] }
    bytes += piece.bytes
    if isPlaced { parts.append(Part(end: bytes.count, place: nil, offset: 0, piece: piece)) }
  }

  /// Appends bytes that an expression made.
  package func append(_ more: some Collection<UInt8>, at place: RubyPlace) {
    guard keepsPlaces else { return bytes += more }
    guard !more.isEmpty else { return }
    let isPlaced = !parts.isEmpty && parts.count < Self.partLimit || bytes.isEmpty
    if !isPlaced { parts = [] }
    bytes += more
    if isPlaced { parts.append(Part(end: bytes.count, place: place, offset: nil)) }
  }

  /// A part of the string, with its places.
  package func slice(_ range: Range<Int>) -> RubyString {
    let result = RubyString(Array(bytes[range]), at: nil)
    var start = 0
    for part in parts {
      let from = max(start, range.lowerBound)
      let to = min(part.end, range.upperBound)
      if from < to {
        result.parts.append(
          Part(
            end: to - range.lowerBound, place: part.place, offset: part.offset.map { $0 + from - start },
            piece: part.piece))
      }
      start = part.end
    }
    return result
  }

  /// The content with the place of each byte.
  package var text: DerivedText {
    var builder = DerivedTextBuilder()
    var start = 0
    let whole = parts.lazy.compactMap(\.location).first ?? Location(FileID(""), ByteRange(at: 0))
    for part in parts {
      let run = ByteRange(start, part.end)
      if let offset = part.offset, let content = part.content, content.bytes.count >= offset + run.count {
        builder.append(content.slice(ByteRange(offset, offset + run.count)))
      } else {
        builder.append(generated: bytes[run.indices], by: part.location ?? whole)
      }
      start = part.end
    }
    if start < bytes.count { builder.append(generated: bytes[start...], by: whole) }
    return builder.text(whole: whole)
  }
}

extension RubyString.Part {
  /// Where what made the run stands in its file.
  package var location: Location? { place?.location ?? piece?.text?.whole }

  fileprivate var content: DerivedText? { piece?.text ?? place.flatMap { $0.program.content(of: $0.node) } }
}

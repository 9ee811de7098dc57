import DataSyntax
package import Source

/// Finds Ruby in a YAML file: a template for ERB, which makes the real template when it is rendered.
package struct EmbeddedCode {
  private let file: SourceFile

  /// The first `<%…%>` that makes a YAML file a template for ERB; nil where the file is taken as it stands.
  ///
  /// Lines that begin with one count, and texts of variables and builders that hold one. In a script it may be what the script
  /// writes.
  package static func first(in file: SourceFile) -> Location? {
    guard PackerTemplate.syntax(of: file) == .yaml else { return nil }
    let search = EmbeddedCode(file: file)
    guard search.opening(from: 0) != nil else { return nil }
    return search.atLineStart() ?? search.inValues()
  }

  private func atLineStart() -> Location? {
    var start = 0
    while let opening = opening(from: start) {
      let line = file.lines.range(ofLine: file.lines.line(at: opening)).start
      let isFirst = file.bytes[line..<opening].allSatisfy { " \t-".utf8.contains($0) }
      if isFirst { return location(from: opening) }
      start = opening + 2
    }
    return nil
  }

  private func inValues() -> Location? {
    guard let template = PackerTemplate.read(file).0 else { return nil }
    let builders = template.builders.flatMap(\.options).map(\.value)
    for value in template.variables.map(\.value) + builders {
      guard let text = value.text, Self.pair(in: text.bytes, from: 0) != nil else { continue }
      return opening(from: value.location.range.start).flatMap { location(from: $0) }
    }
    return nil
  }

  private func opening(from start: Int) -> Int? { Self.pair(in: file.bytes, from: start)?.start }

  /// From the opening to the end of what closes it, on the same line.
  private func location(from opening: Int) -> Location {
    let line = file.lines.range(ofLine: file.lines.line(at: opening))
    let closing = Self.pair(in: file.bytes, from: opening)?.end ?? opening + 2
    return Location(file.id, ByteRange(opening, closing <= line.end ? closing : opening + 2))
  }

  /// The first `<%` with the end of the `%>` that follows.
  private static func pair(in bytes: [UInt8], from start: Int) -> ByteRange? {
    guard let opening = place(of: (UInt8(ascii: "<"), UInt8(ascii: "%")), in: bytes, from: start),
      let closing = place(of: (UInt8(ascii: "%"), UInt8(ascii: ">")), in: bytes, from: opening + 2)
    else { return nil }
    return ByteRange(opening, closing + 2)
  }

  private static func place(of pair: (UInt8, UInt8), in bytes: [UInt8], from start: Int) -> Int? {
    var place = start
    while place + 1 < bytes.count {
      if bytes[place] == pair.0, bytes[place + 1] == pair.1 { return place }
      place += 1
    }
    return nil
  }
}

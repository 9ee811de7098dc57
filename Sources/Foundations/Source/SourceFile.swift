/// The bytes of one file, read once, with its line table.
package struct SourceFile: Sendable {
  package let id: FileID
  package let bytes: [UInt8]
  package let lines: LineTable
  /// Bytes that are never shown: secrets.
  private var concealed: [ByteRange] = []

  package init(_ id: FileID, bytes: [UInt8]) {
    self.id = id
    self.bytes = bytes
    self.lines = LineTable(bytes)
  }

  /// The position of an offset in the units that people and writers count in.
  package func position(at offset: Int) -> Position {
    let offset = min(offset, bytes.count)
    let line = lines.line(at: offset)
    var column = Position.Columns(scalars: 1, utf8: 1, utf16: 1)
    for byte in bytes[lines.starts[line - 1]..<offset] { column.advance(over: byte) }
    return Position(line: line, columns: column, offset: offset)
  }

  /// Keeps bytes from being shown.
  package mutating func conceal(_ range: ByteRange) { concealed.append(range) }

  /// The bytes as they may be shown: of concealed ones each character is a `*`, ends of lines stay.
  package var shown: [UInt8] {
    guard !concealed.isEmpty else { return bytes }
    var shown = bytes
    for range in concealed {
      for offset in range.indices.clamped(to: bytes.indices)
      where bytes[offset] != 0x0A && bytes[offset] != 0x0D {
        // Bytes that go on with a character are dropped below.
        shown[offset] = bytes[offset] & 0xC0 == 0x80 ? 0 : UInt8(ascii: "*")
      }
    }
    return shown.indices.filter { shown[$0] != 0 || bytes[$0] == 0 }.map { shown[$0] }
  }

  /// Whether a text gives away what is concealed here; a word of three letters is no secret.
  package func isGivenAway(by text: String) -> Bool {
    let text = Array(text.utf8)
    return concealed.contains { range in
      let secret = bytes[range.indices.clamped(to: bytes.indices)]
      guard secret.count > 3, secret.count <= text.count else { return false }
      return (0...(text.count - secret.count)).contains { text[$0...].starts(with: secret) }
    }
  }

  /// The text of a line (numbered from 1) without its end mark; bytes that are not UTF-8 are replaced, and of
  /// concealed bytes each character is shown as `*`.
  package func text(ofLine line: Int) -> String {
    var content = bytes[lines.range(ofLine: line).indices]
    while let last = content.last, last == 0x0A || last == 0x0D { content.removeLast() }
    let hidden = concealed.filter { $0.overlaps(ByteRange(content.startIndex, content.endIndex)) }
    guard !hidden.isEmpty else { return String(decoding: content, as: UTF8.self) }
    var shown: [UInt8] = []
    for (offset, byte) in zip(content.indices, content) {
      guard hidden.contains(where: { $0.indices.contains(offset) }) else {
        shown.append(byte)
        continue
      }
      // One star a scalar, so that carets stay below what they mean.
      if byte & 0xC0 != 0x80 { shown.append(UInt8(ascii: "*")) }
    }
    return String(decoding: shown, as: UTF8.self)
  }
}

/// A place as it is shown: line and column from 1, offset in bytes.
package struct Position: Hashable, Sendable {
  /// One column counted in three units; a tab is one.
  package struct Columns: Hashable, Sendable {
    package var scalars: Int
    package var utf8: Int
    package var utf16: Int

    /// Counts one byte of UTF-8; a scalar counts at its first byte.
    mutating func advance(over byte: UInt8) {
      utf8 += 1
      guard byte & 0xC0 != 0x80 else { return }
      scalars += 1
      utf16 += byte >= 0xF0 ? 2 : 1
    }
  }

  package let line: Int
  package let columns: Columns
  package let offset: Int

  /// The column in Unicode scalars, from 1.
  package var column: Int { columns.scalars }
}

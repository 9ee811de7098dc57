/// Bytes that are no UTF-8, kept within a `String`: each stands as a scalar of its own near the end of the last plane for private
/// use, where no text has any.
package enum StrayBytes {
  /// The scalar of the byte 0.
  private static let base: UInt32 = 0x10FE00

  /// A text of bytes of any kind.
  package static func text(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var text = ""
    var offset = 0
    while offset < bytes.count {
      do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: bytes.span.extracting(offset...))
        return text + String(decoding: bytes[offset...], as: UTF8.self)
      } catch {
        let bad = offset + error.byteOffsets.lowerBound..<offset + error.byteOffsets.upperBound
        text += String(decoding: bytes[offset..<bad.lowerBound], as: UTF8.self)
        for byte in bytes[bad] {
          if let scalar = Unicode.Scalar(base + UInt32(byte)) { text.unicodeScalars.append(scalar) }
        }
        offset = bad.upperBound
      }
    }
    return text
  }

  /// Whether a scalar stands for a byte.
  package static func isOne(_ scalar: Unicode.Scalar) -> Bool {
    (base + 0x80...base + 0xFF).contains(scalar.value)
  }

  /// A text with what stands for bytes as the sign for what cannot be read.
  package static func replaced(in text: String) -> String {
    guard text.unicodeScalars.contains(where: isOne) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { isOne($0) ? "\u{FFFD}" : $0 }))
  }

  /// The bytes of a text, with those that are no UTF-8 as they were.
  package static func bytes(of text: String) -> [UInt8] {
    guard text.unicodeScalars.contains(where: isOne) else { return Array(text.utf8) }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if isOne(scalar) { bytes.append(UInt8(scalar.value - base)) } else { bytes += String(scalar).utf8 }
    }
    return bytes
  }
}

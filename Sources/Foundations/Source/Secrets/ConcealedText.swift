/// Texts without the tokens and keys that their form gives away.
package enum ConcealedText {
  /// What is shown in the place of a secret.
  package static let mark = "<sensitive>"

  /// A text of any number of lines.
  package static func masking(_ text: String) -> String {
    var bytes = Array(text.utf8)
    let hidden = SecretShape.hiddenRanges(of: bytes)
    guard !hidden.isEmpty else { return text }
    for part in hidden.reversed() { bytes.replaceSubrange(part.range.indices, with: mark.utf8) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same for what is shown of an image: what is assigned to the names of secrets is hidden, too, and a token of which a cut
  /// has left the beginning.
  package static func maskingAssigned(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard mayHoldSecret(bytes) else { return text }
    var ranges = SecretShape.hiddenRanges(of: bytes).map(\.range) + SecretShape.assigned(in: bytes)
    ranges += SecretForms.cutTokens(in: bytes)
    guard !ranges.isEmpty else { return text }
    var shown: [UInt8] = []
    var start = 0
    for range in ranges.sorted(by: { ($0.start, $1.end) < ($1.start, $0.end) }) where range.end > start {
      if range.start >= start { shown += bytes[start..<range.start] + Array(mark.utf8) }
      start = range.end
    }
    return String(decoding: shown + bytes[start...], as: UTF8.self)
  }

  /// The secrets in a text that `maskingAssigned` would hide.
  package static func secrets(in text: [UInt8]) -> [String] {
    guard mayHoldSecret(text) else { return [] }
    return (SecretShape.hiddenRanges(of: text).map(\.range) + SecretShape.assigned(in: text)).map {
      String(decoding: text[$0.indices], as: UTF8.self)
    }
  }

  /// Whether a text is worth a closer look: thousands of assertions speak of modes, owners and kinds. The shortest token has twenty
  /// signs, a cut one the sign of the cut, and what is assigned stands behind a sign.
  private static func mayHoldSecret(_ text: [UInt8]) -> Bool {
    text.count >= 16 || text.contains { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") || $0 >= 0x80 }
  }
}

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
}

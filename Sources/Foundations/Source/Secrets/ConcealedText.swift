/// Texts without the tokens and keys that their form gives away.
package enum ConcealedText {
  /// What is shown in the place of a secret.
  package static let mark = "<sensitive>"

  /// A text of any number of lines.
  package static func masking(_ text: String) -> String {
    var bytes = Array(text.utf8)
    let ranges = SecretShape.all(in: bytes, for: .hiding).map(\.range).sorted { $0.start > $1.start }
    guard !ranges.isEmpty else { return text }
    var limit = bytes.count
    for range in ranges where range.end <= limit {
      bytes.replaceSubrange(range.indices, with: mark.utf8)
      limit = range.start
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

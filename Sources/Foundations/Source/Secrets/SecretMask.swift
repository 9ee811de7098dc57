/// Replaces secrets that are known in texts that are shown.
package struct SecretMask: Sendable {
  /// The secrets' lines, longest first, so that a secret inside another leaves nothing behind.
  private let secrets: [[UInt8]]

  package init(_ secrets: some Sequence<String>) {
    // A program may print a secret of several lines line by line.
    let lines = secrets.flatMap { $0.split(whereSeparator: \.isNewline) }.map { Array($0.utf8) }
    self.secrets = Set(lines.filter { !$0.isEmpty }).sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1)
    }
  }

  /// Hides nothing.
  package static let none = SecretMask(EmptyCollection())

  /// Whether there is nothing to hide.
  package var isEmpty: Bool { secrets.isEmpty }

  package func masking(_ line: String) -> String {
    guard !secrets.isEmpty else { return line }
    var bytes = Array(line.utf8)
    for secret in secrets { bytes = Self.replacing(secret, in: bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same for a text that may have been cut: also what is left of a secret beside a `…`.
  package func maskingCut(_ text: String) -> String {
    guard !secrets.isEmpty else { return text }
    var bytes = Array(masking(text).utf8)
    let sign = Array("…".utf8)
    var start = 0
    while let place = bytes[start...].firstRange(of: sign)?.lowerBound {
      let end = place + sign.count
      let after = secrets.map { Self.rest(of: $0, after: bytes[end...]) }.max() ?? 0
      bytes.replaceSubrange(end..<(end + after), with: after > 0 ? Self.mark : [])
      // The quote around a value stands before the sign.
      let edge = bytes[..<place].last == UInt8(ascii: "\"") ? place - 1 : place
      let before = secrets.map { Self.beginning(of: $0, before: bytes[..<edge]) }.max() ?? 0
      bytes.replaceSubrange((edge - before)..<edge, with: before > 0 ? Self.mark : [])
      start = place - before + (before > 0 ? Self.mark.count : 0) + sign.count
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let mark = Array(ConcealedText.mark.utf8)
  /// Fewer bytes of a secret tell nothing of it, and stand everywhere.
  private static let tellingCount = 3

  /// How many of a secret's first bytes a text ends with; 0 where they are too few to tell it.
  private static func beginning(of secret: [UInt8], before text: ArraySlice<UInt8>) -> Int {
    let longest = min(secret.count - 1, text.count)
    guard longest >= tellingCount else { return 0 }
    return (tellingCount...longest).reversed().first { text.suffix($0).elementsEqual(secret.prefix($0)) } ?? 0
  }

  private static func rest(of secret: [UInt8], after text: ArraySlice<UInt8>) -> Int {
    let longest = min(secret.count - 1, text.count)
    guard longest >= tellingCount else { return 0 }
    return (tellingCount...longest).reversed().first { text.prefix($0).elementsEqual(secret.suffix($0)) } ?? 0
  }

  /// A shorter secret is hidden only where it stands alone: it may be a part of any word.
  private static let wordCount = 4

  private static func isWord(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
      || byte >= 0x80
  }

  /// Whether a secret that stands at an offset is to be hidden there.
  private static func isWhole(_ secret: [UInt8], at index: Int, of bytes: [UInt8]) -> Bool {
    guard secret.count < wordCount else { return true }
    let end = index + secret.count
    let isOpen = index == 0 || !isWord(bytes[index - 1]) || !isWord(secret.first)
    return isOpen && (end == bytes.count || !isWord(bytes[end]) || !isWord(secret.last))
  }

  private static func replacing(_ secret: [UInt8], in bytes: [UInt8]) -> [UInt8] {
    guard bytes.count >= secret.count else { return bytes }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == secret[0], bytes[index...].starts(with: secret),
        isWhole(secret, at: index, of: bytes)
      {
        result += mark
        index += secret.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}

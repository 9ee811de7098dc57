import DataSyntax
import Packer
import Source

/// What is left of a template in a text that does not parse.
struct BrokenText {
  private let bytes: [UInt8]
  private let isJSON: Bool
  /// The parts of a template that are named where keys stand.
  private var parts: Set<String> = []
  private var hasType = false
  private var hasKnownType = false

  private static let kinds: [String: ConfiguredComponent.Kind] = [
    "builders": .builder, "provisioners": .provisioner, "post-processors": .postProcessor,
  ]

  init(_ file: SourceFile, _ types: ComponentTypes) {
    bytes = file.bytes
    isJSON = PackerTemplate.syntax(of: file) == .json
    var kind = ConfiguredComponent.Kind.builder
    var words = Words(bytes)
    while let word = words.next() {
      let text = String(decoding: bytes[word.indices], as: UTF8.self).lowercased()
      if Self.kinds[text] != nil || text == "variables", isRootKey(word) {
        parts.insert(text)
        if let named = Self.kinds[text] { kind = named }
      } else if text == "type", let value = words.next(after: word, over: " \t\"':=") {
        hasType = true
        hasKnownType =
          hasKnownType || types.contains(String(decoding: bytes[value.indices], as: UTF8.self), kind)
      }
    }
  }

  var evidence: TemplateEvidence {
    if hasKnownType, parts.contains("builders") || parts.count > 1 { return .strong }
    return parts.contains("builders") && (isJSON || hasType || parts.count > 1)
      ? .doubtful("it cannot be parsed, and names no type of builder that is known") : .none
  }

  /// Whether a word stands where a key of the root may stand, its colon or a quote of it left out perhaps.
  private func isRootKey(_ word: ByteRange) -> Bool {
    let before = word.start == 0 ? nil : bytes[word.start - 1]
    let after = word.end == bytes.count ? nil : bytes[word.end]
    if isJSON { return [before, after].contains(UInt8(ascii: "\"")) || after == UInt8(ascii: ":") }
    let isQuoted = before == UInt8(ascii: "\"") || before == UInt8(ascii: "'")
    let line = isQuoted ? word.start - 1 : word.start
    return (line == 0 || bytes[line - 1] == 0x0A) && (after.map { ":\"' \t\r\n".utf8.contains($0) } ?? true)
  }

  /// The words of a text: letters, digits, dashes and underscores.
  private struct Words {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> ByteRange? {
      while offset < bytes.count, !Self.isPart(bytes[offset]) { offset += 1 }
      guard offset < bytes.count else { return nil }
      let start = offset
      while offset < bytes.count, Self.isPart(bytes[offset]) { offset += 1 }
      return ByteRange(start, offset)
    }

    /// The word that follows another, where only some signs stand between; nothing is taken where there is none.
    mutating func next(after word: ByteRange, over signs: String) -> ByteRange? {
      var ahead = self
      guard let found = ahead.next(), found.start > word.end,
        bytes[word.end..<found.start].allSatisfy({ signs.utf8.contains($0) })
      else { return nil }
      self = ahead
      return found
    }

    private static func isPart(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "_")
    }
  }
}

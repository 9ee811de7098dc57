/// A file of checksums, as `file:PATH` in `iso_checksum` names it.
struct ChecksumFile {
  private let lines: [[String]]

  init(_ bytes: [UInt8]) {
    lines = String(decoding: bytes, as: UTF8.self).utf8.split(separator: UInt8(ascii: "\n")).map { line in
      line.split { $0 == 0x20 || 0x09...0x0D ~= $0 }.map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// Whether it holds the checksum of a file; a checksum without a name stands for any.
  func holdsChecksum(of name: String) -> Bool {
    for words in lines {
      guard let (digest, named) = Self.entry(words), Self.isDigest(digest) else { continue }
      if named.isEmpty || named == name || named == "./" + name { return true }
    }
    return false
  }

  /// `DIGEST NAME`, `DIGEST *NAME`, a digest alone, or `KIND (NAME) = DIGEST`.
  private static func entry(_ words: [String]) -> (digest: String, name: String)? {
    switch words.count {
    case 0: return nil
    case 2: return (words[0], words[1].hasPrefix("*") ? String(words[1].dropFirst()) : words[1])
    case 4:
      guard words[1].utf8.count > 2, words[1].hasPrefix("("), words[1].hasSuffix(")") else { return nil }
      return (words[3], String(words[1].dropFirst().dropLast()))
    default: return (words[0], "")
    }
  }

  private static func isDigest(_ text: String) -> Bool {
    [32, 40, 64, 128].contains(text.utf8.count)
      && text.utf8.allSatisfy { 0x30...0x39 ~= $0 || 0x41...0x46 ~= $0 || 0x61...0x66 ~= $0 }
  }
}

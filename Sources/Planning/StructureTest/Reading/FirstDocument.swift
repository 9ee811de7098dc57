import Source

/// The first document of a YAML stream: the original passes over all that follows it.
enum FirstDocument {
  /// The text of a file up to where it ends, or a second document begins.
  static func text(of file: SourceFile) -> DerivedText {
    let whole = DerivedText(file)
    guard !file.id.path.hasSuffix(".json") else { return whole }
    var hasContent = false
    for start in file.lines.starts {
      let line = file.bytes[start...].prefix { $0 != 0x0A && $0 != 0x0D }
      let isMark = Self.begins(line, with: "---")
      if isMark || Self.begins(line, with: "..."), hasContent { return whole.slice(ByteRange(0, start)) }
      let first = line.first { $0 != 0x20 && $0 != 0x09 }
      hasContent =
        hasContent || isMark || (first != nil && first != UInt8(ascii: "#") && first != UInt8(ascii: "%"))
    }
    return whole
  }

  private static func begins(_ line: ArraySlice<UInt8>, with mark: String) -> Bool {
    line.starts(with: mark.utf8) && (line.count == 3 || line[line.startIndex + 3] <= 0x20)
  }
}

extension [UInt8] {
  /// Whether the bytes hold a word, which is in lower case where case is folded.
  func holds(_ word: [UInt8], foldingCase: Bool) -> Bool {
    guard let first = word.first, count >= word.count else { return false }
    func folded(_ byte: UInt8) -> UInt8 { foldingCase && (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
    return (0...(count - word.count)).contains { start in
      folded(self[start]) == first && word.indices.allSatisfy { folded(self[start + $0]) == word[$0] }
    }
  }
}

package import Source

/// Versions of YAML, as a line `%YAML` names them.
package enum YAMLVersion {
  /// The directive at the start of a text that names another version of YAML than 1.1.
  package static func laterDirective(in text: DerivedText) -> ByteRange? {
    var start = 0
    while start < text.bytes.count {
      let line = text.bytes[start...].prefix { $0 != 0x0A }
      let words = line.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      if words.first?.elementsEqual("%YAML".utf8) == true, words.count > 1,
        !words[1].elementsEqual("1.1".utf8)
      {
        return ByteRange(start, line.endIndex)
      }
      guard words.isEmpty || line.first == UInt8(ascii: "#") || line.first == UInt8(ascii: "%")
      else { return nil }
      start = line.endIndex + 1
    }
    return nil
  }
}

import Source

extension RubyParser {
  /// Tells the first byte outside comments that is no UTF-8, unless the text names another encoding.
  mutating func checkEncoding() {
    guard let first = firstBrokenByte(), !namesEncoding() else { return }
    tell(.invalid("the byte is not UTF-8"), at: ByteRange(first, first + 1))
  }

  private func firstBrokenByte() -> Int? {
    var at = 0
    var comment = 0
    while at < limit {
      let byte = bytes[at]
      if byte < 0x80 {
        at += 1
        continue
      }
      let length = sequenceLength(at)
      if length > 0 {
        at += length
        continue
      }
      while comment < comments.count, comments[comment].end <= at { comment += 1 }
      guard comment < comments.count, comments[comment].start <= at else { return at }
      at = comments[comment].end
    }
    return nil
  }

  /// The length of the UTF-8 sequence at an offset; 0 where it is broken.
  private func sequenceLength(_ at: Int) -> Int {
    let first = bytes[at]
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return 0
    }
    for offset in 1..<length where bytes[at + offset] & 0xC0 != 0x80 { return 0 }
    let second = bytes[at + 1]
    switch first {
    case 0xE0: return second >= 0xA0 ? length : 0
    case 0xED: return second < 0xA0 ? length : 0
    case 0xF0: return second >= 0x90 ? length : 0
    case 0xF4: return second < 0x90 ? length : 0
    default: return length
    }
  }

  /// Whether a comment in the first two lines names an encoding.
  private func namesEncoding() -> Bool {
    for comment in comments.prefix(2) {
      for at in comment.indices
      where stands("coding", at: at) && (bytes[at + 6] == ":" || bytes[at + 6] == "=") {
        let name = bytes[at + 7] == " " ? at + 8 : at + 7
        return !stands("utf", at: name) && !stands("UTF", at: name)
      }
    }
    return false
  }
}

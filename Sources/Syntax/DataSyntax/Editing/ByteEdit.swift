import Source

/// A replacement of bytes of the parsed text.
struct ByteEdit: Hashable {
  let range: ByteRange
  let text: String

  init(_ range: ByteRange, _ text: String) {
    self.range = range
    self.text = text
  }
}

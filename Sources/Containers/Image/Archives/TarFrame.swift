/// What stands around the content of a file in a tar that holds nothing else.
package struct TarFrame: Sendable {
  /// What comes first: the entry's header.
  package let head: [UInt8]
  /// How many bytes the content has.
  package let size: Int
  /// How many zeros come last.
  package let tail: Int

  package init(of entry: TarEntry, content: OpenFile) throws(ImageError) {
    var entry = entry
    entry.size = content.size
    let sink = ArraySink()
    var tar = TarWriter(to: sink)
    try tar.begin(entry)
    head = sink.bytes
    size = content.size
    let block = TarHeader.blockSize
    tail = (block - size % block) % block + 2 * block
  }
}

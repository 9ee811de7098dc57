/// A source that must give just so many bytes: a file that shrinks while it is read is an error, growth is cut off.
final class ExactSource: ByteSource {
  private let source: FileSource
  private let name: String
  private var left: Int

  init(_ source: FileSource, count: Int, named name: String) {
    self.source = source
    self.name = name
    left = count
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImageError) -> Int {
    let wanted = min(left, buffer.count)
    if wanted == 0 { return 0 }
    let count = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted]))
    guard count > 0 else { throw ImageError(.machine, "`\(name)` became shorter while it was read") }
    left -= count
    return count
  }

  func skip(_ count: Int) throws(ImageError) -> Int { try skipByReading(count) }
}

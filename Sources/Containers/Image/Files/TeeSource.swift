/// A source that writes what is read from it to a sink as well: a layer is indexed while it is stored.
package final class TeeSource<Source: ByteSource, Sink: ByteSink>: ByteSource {
  private let source: Source
  private let sink: Sink

  package init(_ source: Source, to sink: Sink) {
    self.source = source
    self.sink = sink
  }

  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImageError) -> Int {
    let count = try source.read(into: buffer)
    if count > 0 { try sink.write(UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
    return count
  }

  package func skip(_ count: Int) throws(ImageError) -> Int { try skipByReading(count) }
}

/// Collects bytes in memory.
package final class ArraySink: ByteSink {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package func write(_ more: UnsafeRawBufferPointer) throws(ImageError) { bytes.append(contentsOf: more) }
}

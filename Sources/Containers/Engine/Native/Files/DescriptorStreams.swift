import Glibc
import Host
import Image

/// An open descriptor as a source of bytes; it stays its owner's.
final class DescriptorSource: ByteSource {
  private let descriptor: Int32
  private let name: String

  init(_ descriptor: Int32, named name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImageError) -> Int {
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw ImageError(.machine, HostError.last("read `\(name)`").description) }
    }
  }

  func skip(_ count: Int) throws(ImageError) -> Int { try skipByReading(count) }
}

/// An open file as a sink of bytes, which collects small pieces; it stays its owner's.
final class DescriptorSink: ByteSink {
  private let descriptor: Int32
  private let name: String
  private var buffer: [UInt8] = []
  /// The first failure of a write, which an image error could not tell.
  private(set) var failure: HostError?

  init(_ descriptor: Int32, named name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(ImageError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 18 { try flush() }
  }

  func writeHole(_ count: Int) throws(ImageError) {
    try flush()
    let end = lseek(descriptor, off_t(count), SEEK_CUR)
    guard end >= 0, ftruncate(descriptor, end) == 0 else { throw fail() }
  }

  /// Writes what was collected.
  func flush() throws(ImageError) {
    var written = 0
    while written < buffer.count {
      let count = buffer[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { throw fail() }
      written += max(0, count)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private func fail() -> ImageError {
    let error = HostError.last("write `\(name)`")
    failure = error
    return ImageError(.machine, error.description)
  }
}

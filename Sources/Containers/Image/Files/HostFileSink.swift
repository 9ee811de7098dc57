import Glibc
import Host

/// A file of the host that takes bytes; closed with this object.
package final class HostFileSink: ByteSink {
  private let descriptor: Int32
  private let path: String

  /// Takes an open descriptor over; `path` is for messages.
  init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  /// Makes a file, which must not be there.
  package convenience init(new path: String, mode: UInt32 = 0o600) throws(ImageError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw ImageError(.last("write `\(path)`")) }
    self.init(descriptor: descriptor, path: path)
  }

  /// Writes a file anew that is there.
  package convenience init(over path: String) throws(ImageError) {
    let descriptor = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC)
    guard descriptor >= 0 else { throw ImageError(.last("write `\(path)`")) }
    self.init(descriptor: descriptor, path: path)
  }

  deinit { close(descriptor) }

  /// Writes all of a source into a new file; what is half-written is removed.
  static func write(_ source: some ByteSource, to path: String) throws(ImageError) {
    do throws(ImageError) {
      try HostFileSink(new: path).write(contentsOf: source)
    } catch {
      unlink(path)
      throw error
    }
  }

  package func write(_ bytes: UnsafeRawBufferPointer) throws(ImageError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw ImageError(.last("write `\(path)`")) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  package func writeHole(_ count: Int) throws(ImageError) {
    let end = lseek(descriptor, off_t(count), SEEK_CUR)
    guard end >= 0, ftruncate(descriptor, end) == 0 else { throw ImageError(.last("write `\(path)`")) }
  }

  /// Puts what was written on the disk itself.
  func synchronize() throws(ImageError) {
    guard fsync(descriptor) == 0 else { throw ImageError(.last("write `\(path)`")) }
  }
}

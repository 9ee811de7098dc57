import Glibc
import Host

/// A file that is open for reading while this object lives; a class since the descriptor is closed with it.
package final class OpenFile: Sendable {
  /// The path that was opened, for messages.
  package let path: String
  package let size: Int
  /// What it was when it was opened.
  let identity: FileState
  private let descriptor: Int32

  package convenience init(_ path: String) throws(ImageError) {
    // O_NONBLOCK: opening a pipe that nobody writes must not hang.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw ImageError(.last("read `\(path)`")) }
    try self.init(descriptor: descriptor, path: path)
  }

  /// Takes an open descriptor over, which is closed with this object.
  package init(descriptor: Int32, path: String) throws(ImageError) {
    var found = stat()
    let isFile = fstat(descriptor, &found) == 0 && found.st_mode & S_IFMT == S_IFREG
    self.path = path
    self.descriptor = descriptor
    size = isFile ? Int(found.st_size) : 0
    identity = FileState(found)
    guard isFile else { throw ImageError(.machine, "cannot read `\(path)`: it is not a regular file") }
  }

  deinit { close(descriptor) }

  /// Whether it is still what it was when it was opened.
  var isUnchanged: Bool {
    var found = stat()
    return fstat(descriptor, &found) == 0 && FileState(found) == identity
  }

  /// Reads from an offset; returns how many bytes there were, 0 at the end.
  package func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ImageError) -> Int {
    while true {
      let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
      if count >= 0 { return count }
      guard errno == EINTR else { throw ImageError(.last("read `\(path)`")) }
    }
  }

  /// All that a file gives, whatever size it tells.
  func readToEnd(limit: Int) throws(ImageError) -> [UInt8] {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let place = all.count
      let count = try buffer.withMutableBuffer { bytes throws(ImageError) in
        try read(at: place, into: bytes)
      }
      if count == 0 { return all }
      all += buffer[..<count]
      guard all.count <= limit else {
        throw ImageError(.malformed, "`\(path)` is larger than \(limit) bytes")
      }
    }
  }

  /// Bytes of a range; an error where the file ends before it does.
  package func bytes(at offset: Int, count: Int) throws(ImageError) -> [UInt8] {
    guard offset >= 0, count >= 0, count <= size - offset else {
      throw ImageError(.malformed, "`\(path)` ends too early")
    }
    var bytes = [UInt8](repeating: 0, count: count)
    let file = self
    let got = try bytes.withMutableBuffer { buffer throws(ImageError) in
      var got = 0
      while got < count {
        let more = try file.read(
          at: offset + got, into: UnsafeMutableRawBufferPointer(rebasing: buffer[got...]))
        if more == 0 { break }
        got += more
      }
      return got
    }
    guard got == count else { throw ImageError(.malformed, "`\(path)` ends too early") }
    return bytes
  }
}

extension ImageError {
  /// A failure of the machine as an image error.
  init(_ error: HostError) {
    let kind: Kind =
      switch error.reason {
      case .absent: .notFound
      case .noSpace: .noSpace
      default: .machine
      }
    self.init(kind, error.description)
  }

  /// A failure of the machine to write: no image is missing where a folder cannot be made.
  init(writing error: HostError) {
    self.init(error.reason == .noSpace ? .noSpace : .machine, error.description)
  }
}

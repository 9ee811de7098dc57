import Glibc
import Host

/// A file without a name, for what is needed only while it is read: it lies in the first folder for temporary files that takes
/// it, and in memory where none does. What outgrows its place goes on in the next one.
///
/// A class since the descriptor is closed with it.
final class PassingFile: ByteSink {
  private enum Place {
    case folder(String)
    case memory
  }

  private var descriptor: Int32
  private var size = 0
  private var digest = StreamingDigest()
  /// What is left to try, the last first.
  private var places: [Place]

  init(in folders: [String] = HostEnvironment.temporaryFolders) throws(ImageError) {
    var places: [Place] = [.memory] + folders.reversed().map { .folder($0) }
    descriptor = try Self.opened(&places)
    self.places = places
  }

  deinit { close(descriptor) }

  /// The digest of what was written so far.
  var digestSoFar: Digest { digest.value }

  /// The path by which this process can open it again, as long as this object lives.
  var path: String { "/proc/self/fd/\(descriptor)" }

  /// What was written, to be read; it stays as long as that is open.
  func reopened(named name: String) throws(ImageError) -> OpenFile {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw ImageError(.last("read what was unpacked of `\(name)`")) }
    return try OpenFile(descriptor: copy, path: name)
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(ImageError) {
    digest.update(bytes)
    var rest = bytes
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count > 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        size += count
      } else if errno != EINTR {
        guard [ENOSPC, EDQUOT, EFBIG].contains(errno) else {
          throw ImageError(.last("write a temporary file"))
        }
        try moveOn()
      }
    }
  }

  /// Goes on in the next place that holds what is here.
  private func moveOn() throws(ImageError) {
    while true {
      let next = try Self.opened(&places)
      if copyAll(to: next) {
        close(descriptor)
        descriptor = next
        return
      }
      close(next)
    }
  }

  private func copyAll(to next: Int32) -> Bool {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    var done = 0
    while done < size {
      let count = pread(descriptor, buffer.baseAddress, min(buffer.count, size - done), off_t(done))
      guard count > 0 else { return false }
      var written = 0
      while written < count {
        let more = Glibc.write(next, buffer.baseAddress?.advanced(by: written), count - written)
        guard more > 0 else { return false }
        written += more
      }
      done += count
    }
    return true
  }

  private static func opened(_ places: inout [Place]) throws(ImageError) -> Int32 {
    while let place = places.popLast() {
      switch place {
      case .folder(let folder):
        let path = "\(folder)/.ovenproof-\(String(UInt64.random(in: .min ... .max), radix: 36))"
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { continue }
        unlink(path)
        return descriptor
      case .memory:
        do throws(HostError) {
          return try MemoryFile.holding([], attempt: "unpack a layer in memory")
        } catch { throw ImageError(error) }
      }
    }
    throw ImageError(
      .noSpace,
      "no space is left for what must be unpacked, neither in a folder for temporary files nor in memory")
  }
}

import Glibc
import Host

/// Writes a blob of the store: into a file of its own first, which gets its place once it is whole.
///
/// A class for its identity: an abandoned writer removes its file.
package final class BlobWriter: ByteSink {
  private let folder: String
  private let path: String
  private var descriptor: Int32
  private var digest = StreamingDigest()
  private var size = 0

  /// A writer for a folder of blobs; `partials` is a folder of the same file system.
  init(into folder: String, partials: String) throws(ImageError) {
    self.folder = folder
    path = "\(partials)/\(String(UInt64.random(in: .min ... .max), radix: 36))"
    descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw ImageError(writing: .last("write into `\(partials)`")) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(path)
  }

  package func write(_ bytes: UnsafeRawBufferPointer) throws(ImageError) {
    digest.update(bytes)
    size += bytes.count
    var rest = bytes
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw ImageError(.last("write `\(path)`")) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// The digest of what was written so far.
  var digestSoFar: Digest { digest.value }

  /// Puts the blob in its place, named by its digest.
  package func finish(mediaType: String) throws(ImageError) -> Descriptor {
    let digest = digest.value
    let place = "\(folder)/\(digest.hex)"
    fchmod(descriptor, 0o644)
    guard fsync(descriptor) == 0, rename(path, place) == 0 else {
      throw ImageError(.last("write `\(place)`"))
    }
    close(descriptor)
    descriptor = -1
    return Descriptor(mediaType: mediaType, digest: digest, size: size)
  }
}

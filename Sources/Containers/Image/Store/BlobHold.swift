import Glibc
import Host

/// Keeps the blobs of a store from being removed as unneeded, as long as it lives.
package struct BlobHold: ~Copyable {
  private let descriptor: Int32

  /// Takes the shared lock on a file, which is made when absent.
  init(_ path: String) throws(ImageError) {
    let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard opened >= 0 else { throw ImageError(.last("lock `\(path)`")) }
    while flock(opened, LOCK_SH) != 0 {
      guard errno == EINTR else {
        let error = ImageError(.last("lock `\(path)`"))
        close(opened)
        throw error
      }
    }
    descriptor = opened
  }

  deinit { close(descriptor) }
}

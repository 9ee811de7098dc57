import Glibc
import Host

/// Keeps an image in its store as long as a container goes on from it, or post-processors work on it: a locked file beside the
/// images, which tells whose it is. It ends with its process, however that ends.
package struct ImageLease: ~Copyable {
  private let descriptor: Int32
  private let path: String

  /// Takes a lease in a folder.
  init(of image: Digest, in folder: String) throws(ImageError) {
    do throws(HostError) { try HostFile.makeFolder(folder) } catch { throw ImageError(writing: error) }
    let place = "\(folder)/\(image.hex).\(getpid()).\(String(UInt64.random(in: .min ... .max), radix: 36))"
    let made = open(place, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard made >= 0 else { throw ImageError(.last("lock `\(place)`")) }
    guard flock(made, LOCK_EX | LOCK_NB) == 0 else {
      let error = ImageError(.last("lock `\(place)`"))
      close(made)
      throw error
    }
    path = place
    descriptor = made
  }

  deinit {
    unlink(path)
    close(descriptor)
  }

  /// The process that holds a lease of an image; nil where none does.
  static func holder(of image: Digest, in folder: String) -> Int32? {
    let held = names(in: folder).first { $0.hasPrefix(image.hex) && isHeld("\(folder)/\($0)") }
    return held.map { $0.split(separator: ".").dropFirst().first.flatMap { Int32($0) } ?? 0 }
  }

  /// Removes what dead processes have left.
  static func removeLeftovers(in folder: String) {
    for name in names(in: folder) { _ = isHeld("\(folder)/\(name)") }
  }

  private static func names(in folder: String) -> [String] {
    (try? Disk(workingDirectory: "/").list(folder)) ?? []
  }

  /// Whether a process holds a lease; one that nobody holds goes.
  private static func isHeld(_ path: String) -> Bool {
    let found = open(path, O_RDWR | O_CLOEXEC)
    guard found >= 0 else { return false }
    defer { close(found) }
    guard flock(found, LOCK_EX | LOCK_NB) == 0 else { return true }
    unlink(path)
    return false
  }
}

extension ImageStore {
  var leases: String { layout + "/leases" }

  /// Keeps an image from being removed as long as the value lives; throws where it is gone already.
  package func lease(_ image: Digest) throws(ImageError) -> ImageLease {
    let lease = try ImageLease(of: image, in: leases)
    guard try self.image("\(image)") != nil else {
      throw ImageError(.notFound, "the image `\(image)` is no longer in the store")
    }
    return lease
  }

  /// Whether an image is in use.
  func isLeased(_ image: Digest) -> Bool { ImageLease.holder(of: image, in: leases) != nil }

  /// Refuses the removal of an image that is in use.
  func expectUnused(_ image: Digest, named name: String) throws(ImageError) {
    guard let process = ImageLease.holder(of: image, in: leases) else { return }
    throw ImageError(
      .inUse,
      "`\(name)` is not removed, since it is in use by \(Self.words(for: process)); wait for its end"
    )
  }

  /// A process as people know it; arguments may hold secrets, so the first alone is told.
  private static func words(for process: Int32) -> String {
    let bytes = (try? Disk(workingDirectory: "/").read("/proc/\(process)/cmdline", limit: 1 << 16)) ?? []
    let words = bytes.split(separator: 0).prefix(2).map { String(decoding: $0, as: UTF8.self) }
    let name = words.first?.split(separator: "/").last.map(String.init)
    let line = ([name].compactMap { $0 } + words.dropFirst()).joined(separator: " ")
    return line.isEmpty ? "process \(process)" : "`\(line)` (process \(process))"
  }
}

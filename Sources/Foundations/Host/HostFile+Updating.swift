import Glibc

extension HostFile {
  /// Replaces a file's content by what becomes of the old one, which is nil where there is no file: whole or not at all,
  /// and one writer after another, since each holds the file's folder locked.
  package static func update(
    _ path: String, mode: UInt32 = 0o666, limit: Int = 64 << 20, _ change: ([UInt8]?) throws -> [UInt8]
  ) throws {
    let folder = open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw HostError.last("write `\(path)`") }
    defer { close(folder) }
    // A file system that knows no locks is written to without one.
    while flock(folder, LOCK_EX) != 0, errno == EINTR {}
    let disk = Disk(workingDirectory: "/")
    let old: [UInt8]? = disk.status(path)?.kind == .file ? try disk.read(path, limit: limit) : nil
    try write(try change(old), to: path, mode: mode)
  }
}

import Engine
import Image

/// Files put into the container, owned by root; their folder must be there already, as with `docker cp`.
extension RunningContainer {
  /// Puts content there.
  func write(_ content: [UInt8], to path: String, mode: UInt32, modified: Int) async throws {
    let (entry, folder) = Self.place(path, mode, modified)
    let sink = ArraySink()
    var tar = TarWriter(to: sink)
    try tar.add(entry, content: content)
    try tar.finish()
    try await copyIn(tar: sink.bytes, to: folder)
  }

  /// Puts what a file of the host holds there.
  func write(contentsOf file: String, to path: String, mode: UInt32, modified: Int) async throws {
    let (entry, folder) = Self.place(path, mode, modified)
    try await copyIn(file: file, as: entry, to: folder)
  }

  private static func place(_ path: String, _ mode: UInt32, _ modified: Int) -> (TarEntry, folder: String) {
    let slash = path.utf8.lastIndex(of: 0x2F)
    let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    var entry = TarEntry(Array(name.utf8), .file)
    entry.mode = mode
    entry.modified = modified
    return (entry, slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "/")
  }
}

import Engine
import Image

extension RunningContainer {
  /// Puts a file into the container, owned by root; its folder must be there already, as with `docker cp`.
  func write(_ content: [UInt8], to path: String, mode: UInt32, modified: Int) async throws {
    let slash = path.utf8.lastIndex(of: 0x2F)
    let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "/"
    var entry = TarEntry(Array(name.utf8), .file)
    entry.mode = mode
    entry.modified = modified
    let sink = ArraySink()
    var tar = TarWriter(to: sink)
    try tar.add(entry, content: content)
    try tar.finish()
    try await copyIn(tar: sink.bytes, to: folder)
  }
}

import Image

/// One entry of a test's tar, in short.
struct Entry: Sendable {
  let entry: TarEntry
  let content: String

  static func file(_ name: String, _ content: String = "", mode: UInt32 = 0o644) -> Entry {
    make(name, .file, content: content) { $0.mode = mode }
  }
  static func folder(_ name: String, mode: UInt32 = 0o755) -> Entry {
    make(name, .directory) { $0.mode = mode }
  }
  static func symlink(_ name: String, _ target: String) -> Entry {
    make(name, .symlink) { $0.link = Array(target.utf8) }
  }
  static func hardLink(_ name: String, _ target: String) -> Entry {
    make(name, .hardLink) { $0.link = Array(target.utf8) }
  }
  static func device(_ name: String, _ major: UInt32, _ minor: UInt32) -> Entry {
    make(name, .characterDevice) { $0.device = DeviceNumber(major: major, minor: minor) }
  }

  static func make(
    _ name: String, _ kind: TarEntry.Kind, content: String = "", _ change: (inout TarEntry) -> Void = { _ in }
  ) -> Entry {
    var entry = TarEntry(Array(name.utf8), kind)
    change(&entry)
    return Entry(entry: entry, content: content)
  }

  /// The bytes of a tar of entries.
  static func tar(_ entries: [Entry]) throws -> [UInt8] {
    let sink = ArraySink()
    var writer = TarWriter(to: sink)
    for entry in entries { try writer.add(entry.entry, content: Array(entry.content.utf8)) }
    try writer.finish()
    return sink.bytes
  }
}

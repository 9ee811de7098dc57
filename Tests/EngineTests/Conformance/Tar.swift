import Image

/// A tar for an upload, entry by entry.
struct Tar {
  private let sink = ArraySink()
  private var writer: TarWriter<ArraySink>

  init() { writer = TarWriter(to: sink) }

  mutating func add(
    _ name: String, _ kind: TarEntry.Kind = .file, content: String = "", mode: UInt32 = 0o644,
    owner: UInt32 = 0,
    group: UInt32 = 0, modified: Int = 1_000_000_000, link: String = "", attributes: [ExtendedAttribute] = []
  ) throws {
    var entry = TarEntry(Array(name.utf8), kind)
    entry.mode = mode
    entry.owner = owner
    entry.group = group
    entry.modified = modified
    entry.link = Array(link.utf8)
    entry.attributes = attributes
    entry.device = DeviceNumber(major: 1, minor: 1)
    try writer.add(entry, content: Array(content.utf8))
  }

  consuming func bytes() throws -> [UInt8] {
    try writer.finish()
    return sink.bytes
  }

  /// A tar of one file.
  static func file(_ name: String, _ content: String, mode: UInt32 = 0o600) throws -> [UInt8] {
    var tar = Tar()
    try tar.add(name, content: content, mode: mode)
    return try tar.bytes()
  }
}

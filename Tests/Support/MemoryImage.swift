package import Image
package import Source

/// An image in memory, for judging without layers; links lead where they would in a real one.
package struct MemoryImage: ImageView {
  package var reference = "memory"
  package var digest: Digest?
  package var configuration: Known<ImageConfiguration> = .value(ImageConfiguration())
  /// By the bytes of their paths.
  private var objects: [[UInt8]: Object] = [:]

  private struct Object {
    let entry: ImageEntry
    let bytes: [UInt8]
  }

  package init() {}

  /// Adds an object with the folders above it; `content` is that of a regular file.
  package mutating func add(_ entry: ImageEntry, content: [UInt8] = []) {
    objects[Array(entry.path.utf8)] = Object(entry: entry, bytes: content)
    var folder = Self.parent(of: entry.path)
    while folder != "/", objects[Array(folder.utf8)] == nil {
      objects[Array(folder.utf8)] = Object(
        entry: ImageEntry(path: folder, kind: .directory, mode: 0o755), bytes: [])
      folder = Self.parent(of: folder)
    }
  }

  /// Adds a regular file.
  package mutating func add(
    file path: String, mode: UInt32 = 0o644, owner: UInt32 = 0, group: UInt32 = 0, _ text: String
  ) {
    let bytes = Array(text.utf8)
    add(
      ImageEntry(path: path, kind: .file, mode: mode, owner: owner, group: group, size: bytes.count),
      content: bytes)
  }

  package func entry(at path: String) throws(ImageError) -> Known<ImageEntry> {
    guard let place = resolved(path, followingLast: false), let object = objects[Array(place.utf8)] else {
      return .absent
    }
    return .value(object.entry)
  }

  package func entries(under path: String) throws(ImageError) -> Known<[ImageEntry]> {
    guard let place = resolved(path, followingLast: true) else { return .absent }
    let prefix = place == "/" ? "/" : place + "/"
    let found = objects.values.map(\.entry).filter { $0.path.utf8.starts(with: prefix.utf8) }
    return .value(found.sorted { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) })
  }

  package func read(_ path: String, limit: Int) throws(ImageError) -> Known<[UInt8]> {
    guard let place = resolved(path, followingLast: true), let object = objects[Array(place.utf8)] else {
      return .absent
    }
    guard object.entry.kind == .file else { throw ImageError(.notFound, "`\(path)` is not a regular file") }
    guard object.bytes.count <= limit else {
      throw ImageError(.machine, "`\(path)` is larger than \(limit) bytes")
    }
    return .value(object.bytes)
  }

  /// The path without links; nil where it leads nowhere or in circles.
  private func resolved(_ path: String, followingLast: Bool) -> String? {
    var rest = Self.names(of: path)
    var done: [String] = []
    var hops = 0
    while !rest.isEmpty {
      let name = rest.removeFirst()
      if name == "." { continue }
      if name == ".." {
        _ = done.popLast()
        continue
      }
      let place = "/" + (done + [name]).joined(separator: "/")
      if let target = objects[Array(place.utf8)]?.entry.target, followingLast || !rest.isEmpty {
        hops += 1
        guard hops <= 40 else { return nil }
        if target.hasPrefix("/") { done = [] }
        rest = Self.names(of: target) + rest
      } else {
        done.append(name)
      }
    }
    return "/" + done.joined(separator: "/")
  }

  private static func parent(of path: String) -> String {
    "/" + names(of: path).dropLast().joined(separator: "/")
  }

  private static func names(of path: String) -> [String] {
    path.utf8.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
  }
}

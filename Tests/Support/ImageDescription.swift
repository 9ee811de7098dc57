package import Host
import Image

/// Reads the description of a small image: a line an object, `KIND MODE UID:GID PATH [CONTENT]`.
///
/// A blank in a path is written `\s`; behind a path `{NAME=HEX}` gives it an extended attribute. KIND is `file`, `dir`, `link`, `pipe`, `char` or `block`. The content of a link follows `->`; that of a file is a text in quotes with
/// `\n`, or `@NAME`, a file beside the description. Empty lines and lines that begin with `#` say nothing.
package enum ImageDescription {
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  package static func image(_ path: String, in files: some FileTree) throws -> MemoryImage {
    var image = MemoryImage()
    for object in try objects(path, in: files) { image.add(object.entry, content: object.content) }
    return image
  }

  /// The same objects as those of a layer of an image.
  package static func layer(_ path: String, in files: some FileTree) throws -> [LayerEntry] {
    try objects(path, in: files).map { object in
      var entry = TarEntry(Array(object.entry.path.utf8.dropFirst()), tarKinds[object.entry.kind] ?? .file)
      entry.mode = object.entry.mode
      entry.owner = object.entry.owner
      entry.group = object.entry.group
      entry.link = Array((object.entry.target ?? "").utf8)
      entry.attributes = object.entry.extendedAttributes.sorted { $0.key < $1.key }.map {
        ExtendedAttribute($0.key, $0.value)
      }
      return LayerEntry(entry: entry, content: object.content)
    }
  }

  private static func objects(
    _ path: String, in files: some FileTree
  ) throws -> [(entry: ImageEntry, content: [UInt8])] {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    let text = String(decoding: try files.read(path, limit: 1 << 20), as: UTF8.self)
    return try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      var words = line.split(separator: " ", maxSplits: 4).map(String.init)
      guard words.count >= 4, let mode = UInt32(words[1], radix: 8), let kind = kinds[words[0]] else {
        throw Failure(description: "\(path): `\(line)` describes no object")
      }
      let owners = words[2].split(separator: ":").compactMap { UInt32($0) }
      guard owners.count == 2 else { throw Failure(description: "\(path): `\(line)` has no owner") }
      var attributes: [String: [UInt8]] = [:]
      if let mark = words[3].firstIndex(of: "{"), words[3].hasSuffix("}") {
        let parts = words[3][words[3].index(after: mark)...].dropLast().split(separator: "=")
        guard parts.count == 2 else { throw Failure(description: "\(path): `\(line)` has no attribute") }
        attributes[String(parts[0])] = try hexadecimal(String(parts[1]))
        words[3] = String(words[3][..<mark])
      }
      let rest = words.count > 4 ? words[4] : ""
      let content = kind == .file ? try bytes(rest, folder: folder, in: files) : []
      let target = kind == .symlink ? String(rest.dropFirst(3)) : nil
      let entry = ImageEntry(
        path: words[3].split(separator: #"\s"#, omittingEmptySubsequences: false).joined(separator: " "),
        kind: kind, mode: mode, owner: owners[0], group: owners[1], size: content.count, target: target,
        extendedAttributes: attributes)
      return (entry, content)
    }
  }

  private static func hexadecimal(_ text: String) throws -> [UInt8] {
    let digits = Array(text)
    return try stride(from: 0, to: digits.count, by: 2).map { index in
      guard index + 1 < digits.count, let byte = UInt8(String(digits[index...(index + 1)]), radix: 16) else {
        throw Failure(description: "`\(text)` is no row of hex digits")
      }
      return byte
    }
  }

  private static let tarKinds: [ImageEntry.Kind: TarEntry.Kind] = [
    .file: .file, .directory: .directory, .symlink: .symlink, .fifo: .fifo,
    .characterDevice: .characterDevice, .blockDevice: .blockDevice,
  ]

  private static let kinds: [String: ImageEntry.Kind] = [
    "file": .file, "dir": .directory, "link": .symlink, "pipe": .fifo, "char": .characterDevice,
    "block": .blockDevice,
  ]

  private static func bytes(_ rest: String, folder: String, in files: some FileTree) throws -> [UInt8] {
    if rest.hasPrefix("@") {
      return try files.read((folder.isEmpty ? "" : folder + "/") + rest.dropFirst(), limit: 1 << 24)
    }
    var text = rest
    if text.hasPrefix("\"") { text = String(text.dropFirst().dropLast()) }
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in text.utf8 {
      if isEscaped {
        bytes.append(
          byte == UInt8(ascii: "n")
            ? 0x0A : byte == UInt8(ascii: "r") ? 0x0D : byte == UInt8(ascii: "0") ? 0 : byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }
}

package import Host
import Image

/// Reads the description of a small image: a line an object, `KIND MODE UID:GID PATH [CONTENT]`.
///
/// A blank in a path is written `\s`. KIND is `file`, `dir`, `link`, `pipe`, `char` or `block`. The content of a link follows `->`; that of a file is a text in quotes with
/// `\n`, or `@NAME`, a file beside the description. Empty lines and lines that begin with `#` say nothing.
package enum ImageDescription {
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  package static func image(_ path: String, in files: some FileTree) throws -> MemoryImage {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    let text = String(decoding: try files.read(path, limit: 1 << 20), as: UTF8.self)
    var image = MemoryImage()
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ", maxSplits: 4).map(String.init)
      guard words.count >= 4, let mode = UInt32(words[1], radix: 8), let kind = kinds[words[0]] else {
        throw Failure(description: "\(path): `\(line)` describes no object")
      }
      let owners = words[2].split(separator: ":").compactMap { UInt32($0) }
      guard owners.count == 2 else { throw Failure(description: "\(path): `\(line)` has no owner") }
      let rest = words.count > 4 ? words[4] : ""
      let content = kind == .file ? try bytes(rest, folder: folder, in: files) : []
      let target = kind == .symlink ? String(rest.dropFirst(3)) : nil
      image.add(
        ImageEntry(
          path: words[3].split(separator: #"\s"#, omittingEmptySubsequences: false).joined(separator: " "),
          kind: kind, mode: mode, owner: owners[0], group: owners[1], size: content.count,
          target: target),
        content: content)
    }
    return image
  }

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

import Host

/// Where the named parts of an image lie: files of a folder, or ranges of a tar.
protocol ImageParts {
  /// The path for messages.
  var path: String { get }
  /// A part by its name; nil where there is none.
  func part(_ name: String) -> ImagePart?
}

/// A range of a file.
struct ImagePart {
  let path: String
  let offset: Int
  /// nil for a whole file.
  let size: Int?

  /// All bytes of a small part.
  func bytes(limit: Int = 16 << 20) throws(ImageError) -> [UInt8] {
    let file = try OpenFile(path)
    let count = size ?? file.size
    guard count <= limit else { throw ImageError(.malformed, "`\(path)` is larger than \(limit) bytes") }
    return try file.bytes(at: offset, count: count)
  }
}

extension ImageParts {
  /// A part that must be there.
  func needed(_ name: String, _ why: String) throws(ImageError) -> ImagePart {
    guard let part = part(name) else { throw ImageError(.malformed, "`\(path)` has no `\(name)`, \(why)") }
    return part
  }
}

/// The parts of an image in a folder.
struct FolderParts: ImageParts {
  let path: String

  init(_ path: String) { self.path = path }

  func part(_ name: String) -> ImagePart? {
    guard Disk(workingDirectory: ".").status(path + "/" + name)?.kind == .file else { return nil }
    return ImagePart(path: path + "/" + name, offset: 0, size: nil)
  }
}

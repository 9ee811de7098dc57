import Glibc
import Host

/// The parts of an image in a tar: where each lies, so that none is unpacked to the disk.
///
/// A compressed tar is inflated into a scratch file first, which goes with this object: hence a class.
final class ImageArchive: ImageParts {
  private static let partLimit = 100_000

  let path: String
  private var parts: [String: ImagePart] = [:]
  private var scratch: String?
  private var passing: PassingFile?

  /// Reads the headers of a tar; `scratch` is a folder for a file that may become as large as the plain tar.
  init(_ path: String, scratch folder: String?) throws(ImageError) {
    self.path = path
    let file = try OpenFile(path)
    guard file.size > 0 else { throw ImageError(.malformed, "`\(path)` is empty; a tar was expected") }
    let compression = try Compression.of(file)
    if compression == .none {
      try readHeaders(file, path)
      return
    }
    // A root file system shows itself in its first entries, and need not be inflated twice.
    if try Self.isRoot(try DecodedSource(FileSource(file), compression, named: path), path) {
      isEmpty = false
      return
    }
    guard let folder else {
      let unkept = try PassingFile()
      try unkept.write(contentsOf: try DecodedSource(FileSource(file), compression, named: path))
      passing = unkept
      try readHeaders(try OpenFile(unkept.path), unkept.path)
      return
    }
    let place = "\(folder)/\(String(UInt64.random(in: .min ... .max), radix: 36))"
    try HostFileSink.write(try DecodedSource(FileSource(file), compression, named: path), to: place)
    scratch = place
    try readHeaders(try OpenFile(place), place)
  }

  deinit { if let scratch { unlink(scratch) } }

  func part(_ name: String) -> ImagePart? { parts[name] }

  /// Whether it holds nothing at all, folders included.
  private(set) var isEmpty = true

  private func readHeaders(_ file: OpenFile, _ place: String) throws(ImageError) {
    var reader = TarReader(FileSource(file), named: path)
    var links: [(String, String)] = []
    var holed: String?
    while let entry = try reader.next() {
      isEmpty = false
      let name = Self.clean(entry.name)
      switch entry.kind {
      case .file where entry.map != nil: holed = name
      case .file: parts[name] = ImagePart(path: place, offset: entry.contentOffset, size: entry.size)
      // Old `docker save` links equal layers.
      case .symlink, .hardLink: links.append((name, Self.linked(entry, from: name)))
      default: break
      }
      guard parts.count < Self.partLimit else { break }
      if Self.isRootEntry(name) { return }
    }
    for (name, target) in links { parts[name] = parts[target] }
    if let holed, parts["manifest.json"] != nil || parts["index.json"] != nil {
      throw ImageError(
        .malformed,
        "`\(path)` has its part `\(holed)` with holes, as `tar -S` packs it; pack the image without `-S`")
    }
  }

  private static func isRoot(_ source: DecodedSource, _ path: String) throws(ImageError) -> Bool {
    var reader = TarReader(source, named: path)
    for _ in 0..<3 {
      guard let entry = try reader.next() else { return false }
      if isRootEntry(clean(entry.name)) { return true }
    }
    return false
  }

  /// Whether a name is one that root file systems have and archives of images do not.
  private static func isRootEntry(_ name: String) -> Bool {
    let first = name.prefix { $0 != "/" }
    return ["bin", "boot", "dev", "etc", "home", "lib", "lib64", "opt", "proc", "root", "sbin", "usr", "var"]
      .contains(String(first))
  }

  private static func clean(_ name: [UInt8]) -> String {
    LinkResolver.parts(name).map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
  }

  private static func linked(_ entry: TarEntry, from name: String) -> String {
    guard entry.kind == .symlink else { return clean(entry.link) }
    var parts = name.split(separator: "/").dropLast().map(String.init)
    for part in clean(entry.link).split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}

import Expectation
import Image
import Source

/// An image as a container shows it that was made of it and never ran: what the original looks at.
///
/// A daemon lays a few files of its own over the image, and makes the folders of volumes and of the programs' working
/// directory. Strictly these hide the image's own; else they are seen where the image has nothing.
struct CreatedContainer {
  enum Found {
    case entry(ImageEntry)
    case absent
    /// Links lead in a circle, from the link at this path on.
    case circular(String)
    /// A path with a slash at its end leads to what is no folder, which stands at this one.
    case noFolder(String)
    case unknown(UnknownReason)
    case broken(String)
  }

  static let hopLimit = 40

  let image: any ImageView
  private let settings: StructureTestSettings
  private let made: [String: ImageEntry]
  private let folders: [String]

  /// `volumes` are the paths of those that are mounted by name.
  init(_ image: any ImageView, _ settings: StructureTestSettings, volumes: [String] = []) {
    self.image = image
    self.settings = settings
    let configuration = settings.driver == .docker ? image.configuration.value : nil
    made = settings.driver == .docker ? ContainerAdditions.entries : [:]
    let workingDirectory = configuration?.workingDirectory ?? ""
    folders =
      ((configuration?.volumes ?? []) + (workingDirectory.isEmpty ? [] : [workingDirectory]) + volumes)
      .map(Self.clean)
  }

  /// What stands at a path: its last part is not followed when it is a link, unless a slash comes behind it.
  func entry(_ path: String) -> Found {
    // The tar driver of the original cleans a path before it looks at it.
    let wantsFolder = settings.driver != .tar && (path.hasSuffix("/") || path.hasSuffix("/."))
    let clean = Self.clean(path)
    let found = lookUp(clean)
    if case .absent = found { return circle(above: clean) }
    guard case .entry(let entry) = found else { return found }
    if entry.kind == .symlink {
      if settings.driver != .docker, !wantsFolder { return found }
      // A daemon looks where a link leads even when it tells of the link.
      let end = end(of: entry, at: clean)
      if case .circular = end { return .circular(clean) }
      guard wantsFolder else { return found }
      if case .entry(let last) = end, last.kind != .directory { return .noFolder(last.path + "/") }
      return end
    }
    return wantsFolder && entry.kind != .directory ? .noFolder(path) : found
  }

  /// Where a link leads in the end.
  func end(of link: ImageEntry, at path: String) -> Found {
    var (entry, path) = (link, path)
    for _ in 0..<Self.hopLimit {
      guard entry.kind == .symlink, let target = entry.target else { return .entry(entry) }
      path = target.hasPrefix("/") ? target : Self.folder(of: path) + "/" + target
      let found = lookUp(path)
      guard case .entry(let next) = found else { return found }
      entry = next
    }
    return .circular(path)
  }

  /// The entry at a path as the image or the container has it.
  func lookUp(_ path: String) -> Found {
    let clean = Self.clean(path)
    if settings.isStrict, let entry = made[clean] { return .entry(entry) }
    do throws(ImageError) {
      switch try image.entry(at: path) {
      case .value(let entry): return .entry(entry)
      case .unknown(let reason): return .unknown(reason)
      case .absent: return made[clean].map { .entry($0) } ?? madeFolder(clean).map { .entry($0) } ?? .absent
      }
    } catch {
      return .broken(error.message)
    }
  }

  /// Nothing is at a path, perhaps since a link on the way leads in a circle.
  private func circle(above path: String) -> Found {
    for (index, byte) in zip(path.utf8.indices, path.utf8).dropFirst() where byte == UInt8(ascii: "/") {
      let folder = String(path[..<index])
      let found = lookUp(folder)
      guard case .entry(let entry) = found else { return found }
      guard entry.kind == .symlink else { continue }
      if case .circular = end(of: entry, at: folder) { return .circular(folder) }
    }
    return .absent
  }

  /// Whether a path is a file of the container's own, and so empty.
  func isAdded(_ path: String) -> Bool {
    let clean = Self.clean(path)
    guard made[clean]?.kind == .file else { return false }
    if settings.isStrict { return true }
    return (try? image.entry(at: clean))?.value == nil
  }

  private func madeFolder(_ path: String) -> ImageEntry? {
    ContainerAdditions.isFolder(path, above: folders)
      ? ImageEntry(path: path, kind: .directory, mode: 0o755) : nil
  }

  private static func folder(of path: String) -> String {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.utf8.startIndex
    return String(path[..<slash])
  }

  /// A path from the root without `.`, `..` and doubled slashes; as in the original it is cleaned before links are followed.
  static func clean(_ path: String) -> String {
    var parts: [Substring.UTF8View] = []
    for part in path.utf8.split(separator: UInt8(ascii: "/")) where !part.elementsEqual(".".utf8) {
      if part.elementsEqual("..".utf8) { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.map { String(Substring($0)) }.joined(separator: "/")
  }
}

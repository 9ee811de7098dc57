import Host
package import Source

/// A root file system in a folder of the host, seen as an image: links are resolved inside the folder.
package struct FolderImageView: ImageView {
  private static let depthLimit = 256

  package let reference: String
  package var digest: Digest? { nil }
  package var configuration: Known<ImageConfiguration> { .absent }
  private let root: OpenFolder

  /// A view of the folder at a path.
  package init(_ path: String, reference: String) throws(ImageError) {
    do throws(HostError) { root = try OpenFolder(path) } catch { throw ImageError(error) }
    self.reference = reference
  }

  package func entry(at path: String) throws(ImageError) -> Known<ImageEntry> {
    guard let real = try resolve(path, followsLast: false) else { return .absent }
    let shown = LayeredImageView.shown(path)
    return try host { () throws(HostError) in
      guard let (folder, name) = try place(real) else { return .value(try rootEntry()) }
      guard let entry = try entry(name, in: folder, shownAt: Array(shown.utf8)) else { return .absent }
      return .value(entry)
    }
  }

  package func entries(under path: String) throws(ImageError) -> Known<[ImageEntry]> {
    guard let real = try resolve(path, followsLast: true) else { return .absent }
    let shown = LayeredImageView.shown(path)
    let entries = try host { () throws(HostError) in
      var entries: [ImageEntry] = []
      guard let folder = try folder(real) else { return entries }
      try list(folder, Array((shown == "/" ? "" : shown).utf8), depth: 0, to: &entries)
      return entries
    }
    return .value(entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
  }

  package func read(_ path: String, limit: Int) throws(ImageError) -> Known<[UInt8]> {
    guard let file = try file(at: path) else { return .absent }
    guard file.size <= limit else {
      throw ImageError(.malformed, "`\(path)` has \(file.size) bytes; more than \(limit) are not read")
    }
    // Files of `/proc` tell no size.
    if file.size == 0 { return .value(try file.readToEnd(limit: limit)) }
    return .value(try FileSource(file).readAll(limit: limit, named: path))
  }

  package func content(of path: String) throws(ImageError) -> Known<FileContent> {
    guard let file = try file(at: path) else { return .absent }
    return .value(
      FileContent(file, offset: 0, size: file.size, origin: "\(root.path)/\(path)", start: 0))
  }

  /// The regular file that a path leads to; nil where it leads nowhere.
  private func file(at path: String) throws(ImageError) -> OpenFile? {
    guard let real = try resolve(path, followsLast: true) else { return nil }
    let found = try host { () throws(HostError) -> Int32? in
      guard let (folder, name) = try place(real), try folder.inode(name)?.kind == .file else { return nil }
      return try folder.openFile(name)
    }
    guard let found else { throw ImageError(.notFound, "`\(path)` is not a regular file in the image") }
    return try OpenFile(descriptor: found, path: path)
  }

  private func resolve(_ path: String, followsLast: Bool) throws(ImageError) -> [UInt8]? {
    try LinkResolver.resolve(Array(path.utf8), followsLast: followsLast) { path throws(ImageError) in
      try host { () throws(HostError) in
        guard let (folder, name) = try place(path), let inode = try folder.inode(name) else { return nil }
        switch inode.kind {
        case .directory: return .directory
        case .symlink: return .link(try folder.target(name))
        default: return .other
        }
      }
    }
  }

  /// The open folder of a real path's last name; nil for the root.
  private func place(_ real: [UInt8]) throws(HostError) -> (OpenFolder, [UInt8])? {
    if real.isEmpty { return nil }
    var trail = FolderTrail(root)
    return try trail.place(real[...])
  }

  /// The open folder at a real path; nil where that is none.
  private func folder(_ real: [UInt8]) throws(HostError) -> OpenFolder? {
    guard let (folder, name) = try place(real) else { return root }
    return try folder.inode(name)?.kind == .directory ? try folder.folder(name) : nil
  }

  private func list(
    _ folder: OpenFolder, _ path: [UInt8], depth: Int, to entries: inout [ImageEntry]
  ) throws(HostError) {
    guard depth < Self.depthLimit else {
      throw HostError("list `\(folder.path)`", .other("it lies more than \(Self.depthLimit) folders deep"))
    }
    for name in try folder.names() {
      let path = path + [0x2F] + name
      guard let entry = try entry(name, in: folder, shownAt: path) else { continue }
      entries.append(entry)
      if entry.kind == .directory { try list(try folder.folder(name), path, depth: depth + 1, to: &entries) }
    }
  }

  private func rootEntry() throws(HostError) -> ImageEntry {
    let inode = try root.inode()
    return ImageEntry(
      path: "/", kind: .directory, mode: inode.mode, owner: inode.owner, group: inode.group,
      modified: inode.modified)
  }

  /// The entry of a name; nil where nothing is.
  private func entry(_ name: [UInt8], in folder: OpenFolder, shownAt path: [UInt8]) throws(HostError)
    -> ImageEntry?
  {
    guard let inode = try folder.inode(name) else { return nil }
    let kind = ImageEntry.Kind(inode.kind)
    let target = kind == .symlink ? String(decoding: try folder.target(name), as: UTF8.self) : nil
    let attributes = try folder.attributes(name).filter { KeptAttributes.keeps($0.name) }.map {
      ($0.name, $0.value)
    }
    return ImageEntry(
      path: String(decoding: path, as: UTF8.self), kind: kind, mode: kind == .symlink ? 0o777 : inode.mode,
      owner: inode.owner, group: inode.group, size: kind == .file ? inode.size : 0, modified: inode.modified,
      target: target, extendedAttributes: Dictionary(attributes) { first, _ in first },
      device: kind == .characterDevice || kind == .blockDevice
        ? DeviceNumber(major: inode.major, minor: inode.minor) : nil)
  }

  private func host<Result>(_ body: () throws(HostError) -> Result) throws(ImageError) -> Result {
    do throws(HostError) { return try body() } catch { throw ImageError(error) }
  }
}

extension ImageEntry.Kind {
  init(_ kind: Inode.Kind) {
    switch kind {
    case .file: self = .file
    case .directory: self = .directory
    case .symlink: self = .symlink
    case .fifo: self = .fifo
    case .characterDevice: self = .characterDevice
    case .blockDevice: self = .blockDevice
    case .socket: self = .socket
    }
  }
}

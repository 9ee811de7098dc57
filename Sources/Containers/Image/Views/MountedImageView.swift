package import Source

/// An image with folders and files of the host over it, as a container shows them that has them mounted: they are read where they lie,
/// and links in them lead where they lead in the container.
package struct MountedImageView: ImageView {
  private let image: any ImageView
  /// The deepest first.
  private let mounts: [Mount]

  private struct Mount {
    /// Without slashes at its ends.
    let destination: [UInt8]
    let source: Result<MountSource, ImageError>

    /// What is behind the destination in a path that leads there.
    func rest(of real: [UInt8]) -> [UInt8]? {
      guard real.starts(with: destination) else { return nil }
      let rest = Array(real[destination.count...])
      return rest.isEmpty || rest[0] == 0x2F ? rest : nil
    }

    func lies(under folder: [UInt8]) -> Bool {
      folder.isEmpty || destination.starts(with: folder + [0x2F])
    }
  }

  /// A source that could not be looked at fails what leads there. Of mounts on the same path the last counts; what is mounted on the root is passed over, as no engine does so.
  package init(
    _ image: any ImageView, _ mounts: [(destination: String, source: Result<MountSource, ImageError>)]
  ) {
    self.image = image
    self.mounts = mounts.reversed().map { mount in
      Mount(destination: Self.place(of: mount.destination, in: image), source: mount.source)
    }.filter { !$0.destination.isEmpty }.sorted { $0.destination.count > $1.destination.count }
  }

  /// Where an engine mounts: behind the links of the image on the way.
  private static func place(of destination: String, in image: any ImageView) -> [UInt8] {
    let parts = LinkResolver.parts(Array(destination.utf8))
    for count in stride(from: parts.count, to: 0, by: -1) {
      let real = try? LinkResolver.resolve(LinkResolver.path(of: parts[..<count]), followsLast: true) {
        (path) throws(ImageError) in try image.entry(at: text(path)).step
      }
      if let real { return LinkResolver.path(of: [real[...]] + parts[count...]) }
    }
    return LinkResolver.path(of: parts)
  }

  package var reference: String { image.reference }
  package var digest: Digest? { image.digest }
  package var configuration: Known<ImageConfiguration> { image.configuration }
  package var layered: LayeredImageView? { image.layered }

  package func entry(at path: String) throws(ImageError) -> Known<ImageEntry> {
    switch try resolve(path, followsLast: false) {
    case .unknown(let reason): .unknown(reason)
    case .absent: .absent
    case .value(let real): try entry(real)
    }
  }

  package func entries(under path: String) throws(ImageError) -> Known<[ImageEntry]> {
    let folder: [UInt8]
    switch try resolve(path, followsLast: true) {
    case .unknown(let reason): return .unknown(reason)
    case .absent: return .absent
    case .value(let real): folder = real
    }
    if let (source, rest) = try place(of: folder) { return .value(try source.entries(rest, shownAt: folder)) }
    guard case .value(let own) = try image.entries(under: Self.text(folder)) else {
      return try image.entries(under: Self.text(folder))
    }
    var entries = own.filter { entry in
      !mounts.contains { $0.rest(of: Array(entry.path.utf8.dropFirst())) != nil }
    }
    for mount in mounts where mount.lies(under: folder) {
      let path = mount.destination
      guard let (source, rest) = try place(of: path), rest.isEmpty else { continue }
      if case .value(let entry) = try source.entry(rest, shownAt: path) { entries.append(entry) }
      entries += try source.entries(rest, shownAt: path)
    }
    return .value(entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
  }

  package func read(_ path: String, limit: Int) throws(ImageError) -> Known<[UInt8]> {
    switch try resolve(path, followsLast: true) {
    case .unknown(let reason): return .unknown(reason)
    case .absent: return .absent
    case .value(let real):
      guard let (source, rest) = try place(of: real) else {
        return try image.read(Self.text(real), limit: limit)
      }
      return try source.read(rest, limit: limit)
    }
  }

  package func content(of path: String) throws(ImageError) -> Known<FileContent> {
    switch try resolve(path, followsLast: true) {
    case .unknown(let reason): return .unknown(reason)
    case .absent: return .absent
    case .value(let real):
      guard let (source, rest) = try place(of: real) else { return try image.content(of: Self.text(real)) }
      return try source.content(rest)
    }
  }

  /// The mount that a real path leads into, and where in it.
  private func place(of real: [UInt8]) throws(ImageError) -> (source: MountSource, rest: [UInt8])? {
    for mount in mounts {
      if let rest = mount.rest(of: real) { return (try mount.source.get(), rest) }
    }
    return nil
  }

  private func entry(_ real: [UInt8]) throws(ImageError) -> Known<ImageEntry> {
    if let (source, rest) = try place(of: real) { return try source.entry(rest, shownAt: real) }
    let found = try image.entry(at: Self.text(real))
    guard case .absent = found, mounts.contains(where: { $0.lies(under: real) }) else { return found }
    // An engine makes the folders that lead to a mount.
    return .value(ImageEntry(path: Self.text(real), kind: .directory, mode: 0o755))
  }

  private func resolve(_ path: String, followsLast: Bool) throws(ImageError) -> Known<[UInt8]> {
    var gap: UnknownReason?
    let real = try LinkResolver.resolve(Array(path.utf8), followsLast: followsLast) {
      (path) throws(ImageError) in
      let found = try entry(path)
      if case .unknown(let reason) = found { gap = reason }
      return found.step
    }
    if let gap { return .unknown(gap) }
    return real.map { .value($0) } ?? .absent
  }

  private static func text(_ real: [UInt8]) -> String { "/" + String(decoding: real, as: UTF8.self) }
}

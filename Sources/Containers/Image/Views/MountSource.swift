import Source

/// A folder or file of the host that is mounted.
package struct MountSource: Sendable {
  private let host: FolderImageView
  /// Its real path on the host; nil where nothing is: engines make a folder then.
  private let base: [UInt8]?

  /// What a path of the host leads to; nothing of the host is changed.
  package init(at path: String) throws(ImageError) {
    let host = try FolderImageView("/", reference: "this machine")
    base = try LinkResolver.resolve(Array(path.utf8), followsLast: true) { (path) throws(ImageError) in
      try host.entry(at: "/" + String(decoding: path, as: UTF8.self)).step
    }
    self.host = host
  }

  func entry(_ rest: [UInt8], shownAt path: [UInt8]) throws(ImageError) -> Known<ImageEntry> {
    let shown = "/" + String(decoding: path, as: UTF8.self)
    guard base != nil else {
      return rest.isEmpty ? .value(ImageEntry(path: shown, kind: .directory, mode: 0o755)) : .absent
    }
    guard case .value(let entry) = try host.entry(at: place(rest)) else { return .absent }
    return .value(entry.shown(at: shown))
  }

  func entries(_ rest: [UInt8], shownAt path: [UInt8]) throws(ImageError) -> [ImageEntry] {
    guard base != nil, case .value(let entries) = try host.entries(under: place(rest)) else { return [] }
    let start = place(rest).utf8.count
    return entries.map { entry in
      entry.shown(at: "/" + String(decoding: path + entry.path.utf8.dropFirst(start), as: UTF8.self))
    }
  }

  func read(_ rest: [UInt8], limit: Int) throws(ImageError) -> Known<[UInt8]> {
    try host.read(place(rest), limit: limit)
  }

  func content(_ rest: [UInt8]) throws(ImageError) -> Known<FileContent> { try host.content(of: place(rest)) }

  private func place(_ rest: [UInt8]) -> String {
    "/" + String(decoding: (base ?? []) + rest, as: UTF8.self)
  }
}

extension Known<ImageEntry> {
  var step: LinkResolver.Step? {
    guard case .value(let entry) = self else { return nil }
    switch entry.kind {
    case .directory: return .directory
    case .symlink: return .link(Array((entry.target ?? "").utf8))
    case .file, .fifo, .socket, .characterDevice, .blockDevice: return .other
    }
  }
}

extension ImageEntry {
  fileprivate func shown(at path: String) -> ImageEntry {
    ImageEntry(
      path: path, kind: kind, mode: mode, owner: owner, group: group, size: size, modified: modified,
      target: target, extendedAttributes: extendedAttributes, device: device)
  }
}

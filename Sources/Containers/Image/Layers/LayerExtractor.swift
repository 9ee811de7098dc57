import Host

/// Unpacks one layer into a folder of its own as a lower layer of an overlay: whiteouts are devices 0/0, opaque folders
/// carry the overlay's mark. Or lays it over what earlier layers have left in the folder.
///
/// It follows the layer's index, whose paths are real ones inside the layer, and opens every folder without following
/// links: nothing is written outside the root, whatever the layer says.
struct LayerExtractor {
  let index: LayerIndex
  /// The file in which the plain layer begins at its start.
  let file: OpenFile
  let style: UnpackingStyle
  /// How a folder looks in the layers below, for folders that the layer does not name itself.
  let looksBelow: (FixedSlice) -> LayerRecord?

  /// Unpacks into a folder that is empty, or holds the layers below.
  func extract(into root: String) throws(ImageError) {
    do {
      if style.opaqueMark == nil, index.root?.isOpaque == true { try Self.empty(root) }
      var trail = FolderTrail(try OpenFolder(root))
      for record in index.records where !record.isHardLink { try make(record, &trail) }
      for record in index.records where record.isHardLink { try link(record, &trail) }
      // Last, since writing into a folder changes its time, and its mode may forbid it.
      for record in index.records.reversed() where record.kind == .directory {
        try dressFolder(record, &trail)
      }
      try dressRoot(root)
    } catch let error as HostError {
      throw ImageError(error)
    } catch let error as ImageError {
      throw error
    } catch { preconditionFailure("extracting throws nothing else") }
  }

  private static func empty(_ root: String) throws(HostError) {
    let folder = try OpenFolder(root)
    for name in try folder.names() { try folder.remove(name) }
  }

  private func make(_ record: LayerRecord, _ trail: inout FolderTrail) throws {
    try ImageError.checkCancellation()
    let (folder, name) = try trail.place(index.path(of: record))
    if style.opaqueMark == nil, try makeWay(for: record, name, in: folder) { return }
    switch record.kind {
    case .directory: return try folder.makeFolder(name)
    case .whiteout: return try folder.makeNode(name, .characterDevice)
    case .file: try makeFile(record, name, in: folder)
    case .symlink: try folder.makeSymlink(name, to: Array(index.target(of: record)))
    case .fifo: try folder.makeNode(name, .fifo)
    case .characterDevice, .blockDevice:
      guard style.makesDevices else { return }
      let kind: Inode.Kind = record.kind == .blockDevice ? .blockDevice : .characterDevice
      try folder.makeNode(name, kind, major: record.major, minor: record.minor)
    }
    try dress(record, name, in: folder)
  }

  /// Takes away what the record hides of the layers below; whether nothing is left to make.
  private func makeWay(
    for record: LayerRecord, _ name: [UInt8], in folder: OpenFolder
  ) throws(HostError) -> Bool {
    if record.kind == .directory, !record.isOpaque, try folder.inode(name)?.kind == .directory { return true }
    try folder.remove(name)
    return record.kind == .whiteout
  }

  private func makeFile(_ record: LayerRecord, _ name: [UInt8], in folder: OpenFolder) throws {
    let path = String(decoding: index.path(of: record), as: UTF8.self)
    let writer = HostFileSink(descriptor: try folder.makeFile(name), path: path)
    var start = Int(record.contentOffset)
    for stretch in index.map(of: record)?.stretches ?? [.data(Int(record.size))] {
      switch stretch {
      case .hole(let count): try writer.writeHole(count)
      case .data(let count):
        let source = FileSource(file, offset: start, count: count)
        guard try writer.write(contentsOf: source) == count else {
          throw ImageError(.malformed, "`\(file.path)` ends too early")
        }
        start += count
      }
    }
  }

  private func link(_ record: LayerRecord, _ trail: inout FolderTrail) throws {
    let (folder, name) = try trail.place(index.path(of: record))
    let (other, target) = try trail.place(index.target(of: record))
    if style.opaqueMark == nil { try folder.remove(name) }
    try folder.makeLink(name, to: target, in: other)
  }

  private func dressFolder(_ record: LayerRecord, _ trail: inout FolderTrail) throws {
    let path = index.path(of: record)
    let (folder, name) = try trail.place(path)
    if record.isOpaque, let mark = style.opaqueMark { try folder.setAttribute(name, mark, [0x79]) }
    let looks = record.isImplied && !record.isOpaque ? looksBelow(path) ?? record : record
    try dress(looks, name, in: folder)
  }

  private func dressRoot(_ root: String) throws {
    // What says nothing of the root leaves it as the layers below have made it.
    guard let slash = root.utf8.lastIndex(of: 0x2F), style.opaqueMark != nil || index.root != nil else {
      return
    }
    let name = Array(root.utf8[root.utf8.index(after: slash)...])
    let folder = try OpenFolder(HostFile.folder(of: root))
    var record = index.root ?? LayerRecord(.directory)
    if index.root == nil { record.mode = 0o755 }
    if record.isOpaque, let mark = style.opaqueMark { try folder.setAttribute(name, mark, [0x79]) }
    try dress(record, name, in: folder)
  }

  private func dress(_ record: LayerRecord, _ name: [UInt8], in folder: OpenFolder) throws {
    if style.keepsOwners { try folder.setOwner(name, record.owner, record.group) }
    if record.kind != .symlink {
      // After the owner, whose change takes setuid and setgid away.
      try folder.setMode(name, record.mode)
      for attribute in index.attributes(of: record) where KeptAttributes.keeps(attribute.name) {
        // Not every file system takes a user's own attributes; a capability must not get lost.
        if attribute.name.hasPrefix("user.") {
          try? folder.setAttribute(name, attribute.name, attribute.value)
        } else {
          try folder.setAttribute(name, attribute.name, attribute.value)
        }
      }
    }
    try folder.setModified(name, Int(record.modified))
  }
}

import Host

/// Writes what a folder holds as the tar of a layer: an overlay's upper folder, or a root file system.
///
/// Depth first, names in byte order, parents before children, the folder itself left out; numeric owners; hard links by
/// their first name. Sockets are left out, and so are extended attributes that belong to a machine or an overlay.
package struct FolderLayerWriter {
  /// How the folder says that something below is gone.
  package enum Marks: Sendable, Hashable {
    case none
    /// As overlayfs does.
    case overlay
    /// It says nothing: it is the whole file system, of which the image below is known, and what did not change since a
    /// moment (in nanoseconds since 1970) is left out.
    case changes(since: Int)
  }

  /// Deeper folders are refused: a hostile build could nest without end.
  private static let depthLimit = 256

  package var marks: Marks
  /// Paths without a slash at their ends that are left out with all below: the places where things were mounted.
  package var excluded: [String] = []
  /// Times after this one become it (`SOURCE_DATE_EPOCH`).
  package var latestModification: Int?
  /// The image below an upper folder: a folder that is there only for what is left out, and looks as in the image, is
  /// left out too.
  package var base: LayeredImageView?

  package init(marks: Marks) { self.marks = marks }

  /// Writes the tar to a sink; returns how many entries it has.
  package func write(_ folder: String, to sink: some ByteSink) throws(ImageError) -> Int {
    var walk = FolderWalk(writer: TarWriter(to: sink), options: self)
    do {
      if case .changes(let moment) = marks {
        walk.changes = try TreeChanges(
          in: try OpenFolder(folder), since: moment, over: base, besides: excluded)
      }
      try walk.write(try OpenFolder(folder), at: [], depth: 0)
      try walk.writer.finish()
    } catch let error as HostError {
      throw ImageError(error)
    } catch let error as ImageError {
      throw error
    } catch { preconditionFailure("writing a layer throws nothing else") }
    return walk.count
  }

  private static func hasOpaqueMark(_ attributes: [(name: String, value: [UInt8])]) -> Bool {
    attributes.contains { name, value in
      (name == "trusted.overlay.opaque" || name == "user.overlay.opaque") && value == [0x79]
    }
  }

  fileprivate struct FolderWalk<Sink: ByteSink> {
    var writer: TarWriter<Sink>
    let options: FolderLayerWriter
    var count = 0
    /// Nil where all that is in the folder counts.
    var changes: TreeChanges?
    private var firstNames: [Inode.Identity: [UInt8]] = [:]
    private let excluded: Set<[UInt8]>
    /// The folders on the way to what is left out.
    private let onTheWay: Set<[UInt8]>

    init(writer: TarWriter<Sink>, options: FolderLayerWriter) {
      self.writer = writer
      self.options = options
      let paths = options.excluded.map { Array($0.utf8).split(separator: 0x2F).map(Array.init) }
      excluded = Set(paths.map { Array($0.joined(separator: [0x2F])) })
      onTheWay = Set(
        paths.flatMap { parts in
          (1..<max(1, parts.count)).map { Array(parts[..<$0].joined(separator: [0x2F])) }
        })
    }

    mutating func write(_ folder: OpenFolder, at path: [UInt8], depth: Int) throws {
      for name in changes?.missing(in: path) ?? [] {
        try addMark((path.isEmpty ? [] : path + [0x2F]) + Array(".wh.".utf8) + name)
      }
      guard depth < FolderLayerWriter.depthLimit else {
        throw ImageError(
          .malformed, "`\(folder.path)` lies more than \(FolderLayerWriter.depthLimit) folders deep")
      }
      for name in try folder.names() {
        try ImageError.checkCancellation()
        let path = path.isEmpty ? name : path + [0x2F] + name
        guard !excluded.contains(path), changes?.hold(path) ?? true, let inode = try folder.inode(name),
          inode.kind != .socket
        else { continue }
        if inode.kind == .directory {
          try writeFolder(inode, name, in: folder, at: path, depth: depth)
        } else {
          try writeOther(inode, name, in: folder, at: path)
        }
      }
    }

    private mutating func writeFolder(
      _ inode: Inode, _ name: [UInt8], in folder: OpenFolder, at path: [UInt8], depth: Int
    ) throws {
      let attributes = try folder.attributes(name)
      let inner = try folder.folder(name)
      let isOpaque = options.marks == .overlay && FolderLayerWriter.hasOpaqueMark(attributes)
      if !isOpaque, onTheWay.contains(path), try isNeedless(inner, inode, at: path) { return }
      try check(name, in: folder)
      try add(entry(path + [0x2F], .directory, inode, attributes))
      if isOpaque { try addMark(path + Array("/.wh..wh..opq".utf8)) }
      try write(inner, at: path, depth: depth + 1)
    }

    private mutating func writeOther(_ inode: Inode, _ name: [UInt8], in folder: OpenFolder, at path: [UInt8])
      throws
    {
      if options.marks == .overlay, inode.kind == .characterDevice, inode.major == 0, inode.minor == 0 {
        let parent = path.dropLast(name.count)
        return try addMark(parent + Array(".wh.".utf8) + name)
      }
      try check(name, in: folder)
      if inode.links > 1 {
        if let first = firstNames[inode.identity] {
          // With its attributes: setting the owner anew takes a program's capabilities away.
          var entry = entry(path, .hardLink, inode, try folder.attributes(name))
          entry.link = first
          return try add(entry)
        }
        firstNames[inode.identity] = path
      }
      var entry = entry(path, Self.kind(inode.kind), inode, try folder.attributes(name))
      if inode.kind == .symlink { entry.link = try folder.target(name) }
      if inode.kind == .characterDevice || inode.kind == .blockDevice {
        entry.device = DeviceNumber(major: inode.major, minor: inode.minor)
      }
      guard inode.kind == .file else { return try add(entry) }
      let file = try OpenFile(
        descriptor: try folder.openFile(name), path: String(decoding: path, as: UTF8.self))
      entry.size = file.size
      count += 1
      try writer.begin(entry)
      try writer.write(contentsOf: ExactSource(FileSource(file), count: file.size, named: file.path))
    }

    private mutating func add(_ entry: TarEntry) throws(ImageError) {
      count += 1
      try writer.add(entry)
    }

    /// A whiteout or opaque mark: an empty file that looks the same whenever it is written.
    private mutating func addMark(_ path: some Sequence<UInt8>) throws(ImageError) {
      var entry = TarEntry(Array(path), .file)
      entry.mode = 0o600
      entry.modified = options.latestModification ?? 0
      try add(entry)
    }

    private func entry(
      _ path: [UInt8], _ kind: TarEntry.Kind, _ inode: Inode, _ attributes: [(name: String, value: [UInt8])]
    ) -> TarEntry {
      var entry = TarEntry(path, kind)
      entry.mode = inode.kind == .symlink ? 0o777 : inode.mode
      entry.owner = inode.owner
      entry.group = inode.group
      entry.modified = min(inode.modified, options.latestModification ?? .max)
      entry.attributes = attributes.filter { KeptAttributes.keeps($0.name) }.map {
        ExtendedAttribute($0.name, $0.value)
      }
      return entry
    }

    /// A file that is really called so would take another away in every reader's eyes.
    private func check(_ name: [UInt8], in folder: OpenFolder) throws(ImageError) {
      guard !name.starts(with: Array(".wh.".utf8)) else {
        let path = folder.path + "/" + String(decoding: name, as: UTF8.self)
        throw ImageError(
          .malformed, "`\(path)` cannot be kept: in a layer a name with `.wh.` takes a file away")
      }
    }

    /// Whether a folder holds nothing but what is left out, and looks as in the image below or is not in it.
    private func isNeedless(_ folder: OpenFolder, _ inode: Inode, at path: [UInt8]) throws -> Bool {
      for name in try folder.names() {
        let path = path + [0x2F] + name
        if excluded.contains(path) { continue }
        guard onTheWay.contains(path), let inner = try folder.inode(name), inner.kind == .directory,
          try isNeedless(try folder.folder(name), inner, at: path)
        else { return false }
      }
      guard let below = options.base?.find(path)?.record else { return true }
      return below.kind == .directory && below.mode == inode.mode && below.owner == inode.owner
        && below.group == inode.group
    }

    private static func kind(_ kind: Inode.Kind) -> TarEntry.Kind {
      switch kind {
      case .file, .socket: .file
      case .directory: .directory
      case .symlink: .symlink
      case .fifo: .fifo
      case .characterDevice: .characterDevice
      case .blockDevice: .blockDevice
      }
    }
  }
}

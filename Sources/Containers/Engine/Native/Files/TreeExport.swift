import Glibc
import Image

/// Writes a file system as a tar, as `docker export` does: everything with its owner, mode, time and
/// capabilities; sockets are left out.
struct TreeExport: ~Copyable {
  private var writer: TarWriter<DescriptorSink>
  private let sink: DescriptorSink
  private var written: [FileIdentity: [UInt8]] = [:]
  private static let deepest = 1000

  init(to sink: DescriptorSink) {
    self.sink = sink
    writer = TarWriter(to: sink)
  }

  /// Writes all that is in a folder, and the end of the tar.
  consuming func write(_ folder: borrowing Folder) throws(EngineError) {
    do {
      try writeContents(of: folder, at: [], depth: 0)
      try writer.finish()
      try sink.flush()
    } catch let error as EngineError {
      throw error
    } catch let error as ImageError {
      throw sink.failure.map { .host($0) } ?? .image(error)
    } catch {
      throw EngineError(.failed, "\(error)")
    }
  }

  private mutating func writeContents(of folder: borrowing Folder, at path: [UInt8], depth: Int) throws {
    guard depth < Self.deepest else {
      throw EngineError(
        .invalid, "the folders of the container are nested deeper than \(Self.deepest) levels")
    }
    for name in try folder.names() {
      // Gone since it was listed.
      guard let status = try folder.status(name) else { continue }
      try write(name, status, of: folder, at: path + name.bytes, depth: depth)
    }
  }

  private mutating func write(
    _ name: FileName, _ status: stat, of folder: borrowing Folder, at path: [UInt8], depth: Int
  ) throws {
    guard let kind = TarEntry.Kind(mode: status.st_mode) else { return }
    var entry = TarEntry(path, kind)
    entry.mode = status.st_mode & 0o7777
    entry.owner = status.st_uid
    entry.group = status.st_gid
    entry.modified = status.st_mtim.tv_sec
    entry.device = DeviceNumber(status.st_rdev)
    if kind != .directory, status.st_nlink > 1 {
      if let first = written[FileIdentity(status)] {
        // Its capabilities as well: who unpacks it sets the owner anew, which takes them away.
        if kind == .file, let value = try folder.file(name).programCapabilities {
          entry.attributes = [ExtendedAttribute("security.capability", value)]
        }
        entry.kind = .hardLink
        entry.link = first
        return try writer.add(entry)
      }
      written[FileIdentity(status)] = path
    }
    switch kind {
    case .directory:
      entry.name.append(0x2F)
      try writer.add(entry)
      try writeContents(of: try folder.folder(name), at: path + [0x2F], depth: depth + 1)
    case .file: try write(try folder.file(name), as: entry)
    case .symlink:
      entry.link = try folder.target(ofLink: name).bytes
      try writer.add(entry)
    default: try writer.add(entry)
    }
  }

  /// Writes as many bytes as the file had when it was opened, whatever a program of the container does to
  /// it meanwhile.
  private mutating func write(_ file: borrowing RegularFile, as entry: TarEntry) throws {
    var entry = entry
    entry.size = Int(file.status.st_size)
    if let value = file.programCapabilities {
      entry.attributes = [ExtendedAttribute("security.capability", value)]
    }
    try writer.begin(entry)
    let source = DescriptorSource(file.descriptor, named: entry.shownName)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    var left = entry.size
    while left > 0 {
      let part = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(left, buffer.count)])
      let count = try source.read(into: part)
      if count == 0 { part.initializeMemory(as: UInt8.self, repeating: 0) }
      let got = count == 0 ? part.count : count
      try writer.write(UnsafeRawBufferPointer(rebasing: part[..<got]))
      left -= got
    }
  }
}

extension TarEntry.Kind {
  /// The kind of a file by its mode; nil for a socket, which no tar holds.
  fileprivate init?(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .directory
    case S_IFLNK: self = .symlink
    case S_IFIFO: self = .fifo
    case S_IFCHR: self = .characterDevice
    case S_IFBLK: self = .blockDevice
    default: return nil
    }
  }
}

extension DeviceNumber {
  /// Takes Linux's 64-bit device number apart.
  init(_ number: dev_t) {
    let number = UInt64(number)
    self.init(
      major: UInt32(truncatingIfNeeded: (number >> 8 & 0xFFF) | (number >> 32 & 0xFFFF_F000)),
      minor: UInt32(truncatingIfNeeded: (number & 0xFF) | (number >> 12 & 0xFFFF_FF00)))
  }
}

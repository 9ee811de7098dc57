/// Reads a tar entry by entry: ustar, pax with global headers, GNU long names, numbers in base 256, files with holes.
///
/// What breaks the format is an error, never a crash; GNU's multi-volume entries are refused by name.
package struct TarReader<Source: ByteSource> {
  /// Longer names, link targets and attributes than this are taken for an attack.
  private static var headerLimit: Int { 1 << 20 }

  private let source: Source
  /// What is read, for messages.
  private let name: String
  /// Bytes of the stream that were read or passed over.
  private var position = 0
  /// Bytes of the present entry's content in the tar that were not read, and the padding behind them.
  private(set) var contentLeft = 0
  private var paddingLeft = 0
  /// What is left of the present file, the last first.
  private var ahead: [SparseMap.Stretch] = []
  private var globals = PaxRecords()

  /// A reader at the start of a plain tar; `name` is for messages.
  package init(_ source: Source, named name: String) {
    self.source = source
    self.name = name
  }

  /// The next entry; nil at the end. Content that was not read is passed over.
  package mutating func next() throws(ImageError) -> TarEntry? {
    var records = globals
    var longName: [UInt8]?
    var longLink: [UInt8]?
    while true {
      try finishContent()
      guard let header = try readHeader() else {
        guard longName == nil, longLink == nil else { throw fault("it ends behind an extended header") }
        return nil
      }
      let size = try checked(header.size, limit: 1 << 56, "size")
      switch header.typeFlag {
      case 0x78: records = try apply(try payload(size), to: records)  // x
      case 0x67:  // g
        globals = try apply(try payload(size), to: globals)
        guard globals.sparse == nil else { throw fault("a global header speaks of a file with holes") }
        records = globals
      case 0x4C: longName = Array(try payload(size).prefix { $0 != 0 })  // L
      case 0x4B: longLink = Array(try payload(size).prefix { $0 != 0 })  // K
      case 0x56: begin(content: size)  // V: the label of a tape
      default: return try entry(header, size, records, longName: longName, longLink: longLink)
      }
    }
  }

  /// Reads from the content of the present entry; 0 at its end.
  package mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImageError) -> Int {
    guard let stretch = ahead.last, !buffer.isEmpty else { return 0 }
    let wanted = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(buffer.count, stretch.count)])
    ahead.removeLast()
    let count: Int
    switch stretch {
    case .hole(let left):
      wanted.initializeMemory(as: UInt8.self, repeating: 0)
      count = wanted.count
      if left > count { ahead.append(.hole(left - count)) }
    case .data(let left):
      count = try source.read(into: wanted)
      if count == 0 { throw fault("it ends in the middle of a file") }
      contentLeft -= count
      position += count
      if left > count { ahead.append(.data(left - count)) }
    }
    return count
  }

  /// The whole content of the present entry, or an error where that is more than `limit` bytes.
  package mutating func content(limit: Int) throws(ImageError) -> [UInt8] {
    guard ahead.reduce(0, { $0 + $1.count }) <= limit else {
      throw fault("a part of it is larger than \(limit) bytes")
    }
    let sink = ArraySink()
    try copyContent(to: sink)
    return sink.bytes
  }

  /// Writes the content of the present entry to a sink, holes as holes.
  package mutating func copyContent(to sink: some ByteSink) throws(ImageError) {
    let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { scratch.deallocate() }
    while let stretch = ahead.last {
      try ImageError.checkCancellation()
      if case .hole(let count) = stretch {
        ahead.removeLast()
        try sink.writeHole(count)
      } else {
        let count = try read(into: scratch)
        try sink.write(UnsafeRawBufferPointer(rebasing: scratch[..<count]))
      }
    }
  }

  func fault(_ what: String) -> ImageError {
    ImageError(.malformed, "`\(name)` is not a sound tar: \(what) (at byte \(position))")
  }

  /// The next header block; nil at the end: a block of zeros, or no byte more.
  private mutating func readHeader() throws(ImageError) -> TarHeader? {
    var block = [UInt8](repeating: 0, count: TarHeader.blockSize)
    let source = source
    let count = try block.withMutableBuffer { buffer throws(ImageError) in try source.fill(buffer) }
    if count == 0 { return nil }
    if position == 0, let packing = UnreadPacking(start: block) { throw packing.refusal(of: name) }
    guard count == TarHeader.blockSize else { throw fault("it ends in the middle of a header") }
    let header = TarHeader(block)
    if header.isZero { return nil }
    guard header.hasRightChecksum else {
      throw fault(position == 0 ? "it does not begin with a header" : "a header has a wrong checksum")
    }
    position += TarHeader.blockSize
    return header
  }

  private mutating func finishContent() throws(ImageError) {
    ahead = []
    let left = contentLeft + paddingLeft
    if left == 0 { return }
    let skipped = try source.skip(left)
    // Some writers leave out the padding behind the last file.
    guard skipped >= contentLeft else { throw fault("it ends in the middle of a file") }
    position += skipped
    contentLeft = 0
    paddingLeft = 0
  }

  private mutating func begin(content size: Int) {
    contentLeft = size
    paddingLeft = (TarHeader.blockSize - size % TarHeader.blockSize) % TarHeader.blockSize
  }

  /// The content of an extended header.
  private mutating func payload(_ size: Int) throws(ImageError) -> [UInt8] {
    guard size <= Self.headerLimit else { throw fault("an extended header is larger than 1 MiB") }
    begin(content: size)
    return try bytes(size)
  }

  /// The next bytes of the present entry's content.
  mutating func bytes(_ count: Int) throws(ImageError) -> [UInt8] {
    let bytes = try next(count)
    contentLeft -= count
    return bytes
  }

  /// The next block of a header that has several.
  mutating func block() throws(ImageError) -> [UInt8] { try next(TarHeader.blockSize) }

  private mutating func next(_ count: Int) throws(ImageError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let source = source
    let got = try bytes.withMutableBuffer { buffer throws(ImageError) in
      buffer.isEmpty ? 0 : try source.fill(buffer)
    }
    position += got
    guard got == count else { throw fault("it ends in the middle of a file") }
    return bytes
  }

  private func apply(_ bytes: [UInt8], to records: PaxRecords) throws(ImageError) -> PaxRecords {
    var records = records
    do { try records.apply(bytes) } catch { throw fault(error.message) }
    return records
  }

  private func checked(_ value: Int?, limit: Int, _ field: String) throws(ImageError) -> Int {
    guard let value, (0..<limit).contains(value) else {
      throw fault("the field `\(field)` of a header is not a number")
    }
    return value
  }

  private mutating func entry(
    _ header: TarHeader, _ headerSize: Int, _ records: PaxRecords, longName: [UInt8]?, longLink: [UInt8]?
  ) throws(ImageError) -> TarEntry {
    let name = records.sparse?.name ?? longName ?? records.path ?? header.name
    let size = try checked(records.size ?? headerSize, limit: 1 << 56, "size")
    let kind = try kind(header, name)
    let oldMap = header.typeFlag == 0x53 ? try oldMap(header) : nil
    // Links, folders and devices carry no content, whatever their size field says: so does Go's reader.
    begin(content: kind == .file || header.typeFlag == 0x30 || header.typeFlag == 0 ? size : 0)
    var entry = TarEntry(name, kind)
    if kind == .file {
      entry.map = try map(header, oldMap, records.sparse)
      entry.size = entry.map?.size ?? size
      ahead = entry.map?.stretches.reversed() ?? (size > 0 ? [.data(size)] : [])
    }
    entry.mode = UInt32(try checked(header.mode, limit: 1 << 32, "mode")) & 0o7777
    entry.owner = UInt32(try checked(records.owner ?? header.owner, limit: 1 << 32, "uid"))
    entry.group = UInt32(try checked(records.group ?? header.group, limit: 1 << 32, "gid"))
    guard let modified = records.modified ?? header.modified, modified.magnitude < 1 << 48 else {
      throw fault("the field `mtime` of a header is not a time")
    }
    entry.modified = modified
    if kind == .hardLink || kind == .symlink { entry.link = longLink ?? records.linkPath ?? header.link }
    if kind == .characterDevice || kind == .blockDevice {
      entry.device = DeviceNumber(
        major: UInt32(try checked(header.major, limit: 1 << 32, "devmajor")),
        minor: UInt32(try checked(header.minor, limit: 1 << 32, "devminor")))
    }
    if !records.attributes.isEmpty {
      entry.attributes = records.attributes.filter { !$0.value.isEmpty }
        .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        .map { ExtendedAttribute($0.key, $0.value) }
    }
    entry.contentOffset = position
    return entry
  }

  private func kind(_ header: TarHeader, _ name: [UInt8]) throws(ImageError) -> TarEntry.Kind {
    switch header.typeFlag {
    // Only the oldest form tells folders by their names.
    case 0: return name.last == 0x2F ? .directory : .file
    case 0x30, 0x37, 0x53: return .file
    case 0x31: return .hardLink
    case 0x32: return .symlink
    case 0x33: return .characterDevice
    case 0x34: return .blockDevice
    case 0x35: return .directory
    case 0x36: return .fifo
    case 0x4D: throw fault("it is a part of a tar in several volumes")
    default:
      throw fault("it holds an entry of the unknown type `\(Character(Unicode.Scalar(header.typeFlag)))`")
    }
  }
}

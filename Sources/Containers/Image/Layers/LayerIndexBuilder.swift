/// Makes an index of a layer's entries, one after the other, and refuses hostile ones.
///
/// A path through a symbolic link of the same layer is resolved inside the layer. Refused: `..`, a name twice, a path
/// through a file, a hard link to what the layer does not have, whiteouts of `.` and `..`, a device 0/0, which an
/// overlay takes for a whiteout.
package struct LayerIndexBuilder {
  private static let pathLimit = 4095
  private static let partLimit = 256
  private static let entryLimit = 5_000_000
  /// Bytes of all names together; deep hostile paths would otherwise imply gigabytes of folders.
  private static let nameLimit = 1 << 30
  private static let whiteout = Array(".wh.".utf8)
  private static let opaque = Array(".wh..wh..opq".utf8)
  /// What AUFS left in old layers; it means nothing today.
  private static let aufs = Array(".wh..wh.".utf8)

  private let name: String
  private var records: [LayerRecord] = []
  private var bytes: [UInt8] = []
  private var places: [PathBytes: Int] = [:]
  /// The records of further names of files, each with that of the first name.
  private var firstPlaces: [Int: Int] = [:]
  private var root: LayerRecord?

  /// A builder for the layer called `name` in messages.
  init(named name: String) { self.name = name }

  /// Reads a plain tar to its end.
  package static func index(_ source: some ByteSource, named name: String) throws(ImageError) -> LayerIndex {
    var builder = LayerIndexBuilder(named: name)
    var reader = TarReader(source, named: name)
    while let entry = try reader.next() {
      try ImageError.checkCancellation()
      try builder.add(entry)
    }
    try source.drain()
    return builder.finished()
  }

  /// Takes the next entry.
  mutating func add(_ entry: TarEntry) throws(ImageError) {
    guard records.count < Self.entryLimit, bytes.count < Self.nameLimit else {
      throw fault(entry, "the layer has too many entries")
    }
    let parts = try parts(of: entry.name, in: entry)
    guard let last = parts.last else {
      guard entry.kind == .directory else { throw fault(entry, "it stands for the root folder, but is none") }
      root = try record(entry)
      return
    }
    if parts.contains(where: { $0.starts(with: Self.aufs) && !$0.elementsEqual(Self.opaque) }) { return }
    guard parts.dropLast().allSatisfy({ !$0.starts(with: Self.whiteout) }) else {
      throw fault(entry, "it lies below a whiteout")
    }
    let folder = try folder(parts.dropLast(), in: entry)
    if last.elementsEqual(Self.opaque) { return try markOpaque(folder) }
    if last.starts(with: Self.whiteout) { return try addWhiteout(last.dropFirst(4), in: folder, entry) }
    guard let path = joined(folder, last) else { throw fault(entry, "its path is longer than 4095 bytes") }
    try place(entry, at: path)
  }

  /// The index of all that was added.
  func finished() -> LayerIndex {
    var records = records
    for (place, first) in firstPlaces { records[place].takeLooks(of: records[first]) }
    let sorted = bytes.withUnsafeBytes { bytes in
      records.sorted { $0.path.of(bytes).precedes($1.path.of(bytes)) }
    }
    return LayerIndex(records: sorted, bytes: bytes, root: root)
  }

  private func fault(_ entry: TarEntry, _ what: String) -> ImageError {
    ImageError(.malformed, "the entry `\(entry.shownName)` of `\(name)` is refused: \(what)")
  }

  /// The parts of a path without `.` and empty ones.
  private func parts(of name: [UInt8], in entry: TarEntry) throws(ImageError) -> [ArraySlice<UInt8>] {
    guard name.count <= Self.pathLimit else { throw fault(entry, "its path is longer than 4095 bytes") }
    let parts = LinkResolver.parts(name)
    for part in parts {
      if part.elementsEqual([0x2E, 0x2E]) { throw fault(entry, "its path holds `..`") }
      if part.count > 255 { throw fault(entry, "a part of its path is longer than 255 bytes") }
      if part.contains(0) { throw fault(entry, "its path holds a zero byte") }
    }
    if parts.count > Self.partLimit { throw fault(entry, "it lies more than 256 folders deep") }
    return parts
  }

  private func joined(_ folder: [UInt8], _ part: ArraySlice<UInt8>) -> [UInt8]? {
    let count = folder.count + (folder.isEmpty ? 0 : 1) + part.count
    guard count <= Self.pathLimit else { return nil }
    var path: [UInt8] = []
    path.reserveCapacity(count)
    path += folder
    if !folder.isEmpty { path.append(0x2F) }
    path += part
    return path
  }

  /// The real path of a folder: links of this layer followed, what is absent implied.
  private mutating func folder(_ parts: ArraySlice<ArraySlice<UInt8>>, in entry: TarEntry) throws(ImageError)
    -> [UInt8]
  {
    let whole = LinkResolver.path(of: parts)
    if whole.isEmpty { return [] }
    if let place = places[PathBytes(whole)], records[place].kind == .directory { return whole }
    var folder: [UInt8] = []
    var ahead = Array(parts.reversed())
    var hops = 0
    while let part = ahead.popLast() {
      if part.elementsEqual([0x2E, 0x2E]) {
        folder = folder.lastIndex(of: 0x2F).map { Array(folder[..<$0]) } ?? []
        continue
      }
      guard let path = joined(folder, part) else { throw fault(entry, "its path is longer than 4095 bytes") }
      guard let place = places[PathBytes(path)] else {
        folder = imply(path)
        continue
      }
      switch records[place].kind {
      case .directory: folder = path
      case .whiteout: folder = implyOver(place, path)
      case .symlink:
        hops += 1
        guard hops <= 40 else { throw fault(entry, "it lies behind too many symbolic links") }
        let target = records[place].target
        let text = bytes[Int(target.start)..<Int(target.start + target.count)]
        if text.first == 0x2F { folder = [] }
        ahead += LinkResolver.parts(Array(text)).reversed()
        guard ahead.count <= Self.partLimit else { throw fault(entry, "it lies more than 256 folders deep") }
      default:
        throw fault(entry, "`\(TarEntry.shown(path))` is not a directory in the same layer")
      }
    }
    return folder
  }

  private mutating func imply(_ path: [UInt8]) -> [UInt8] {
    var record = LayerRecord(.directory)
    record.mode = 0o755
    record.isImplied = true
    append(record, at: path)
    return path
  }

  /// A whiteout and a folder of the same path: the folder hides what was there.
  private mutating func implyOver(_ place: Int, _ path: [UInt8]) -> [UInt8] {
    let text = records[place].path
    records[place] = LayerRecord(.directory)
    records[place].path = text
    records[place].mode = 0o755
    records[place].isImplied = true
    records[place].isOpaque = true
    return path
  }

  private mutating func markOpaque(_ folder: [UInt8]) throws(ImageError) {
    guard !folder.isEmpty else {
      var record = root ?? LayerRecord(.directory)
      if root == nil {
        record.mode = 0o755
        record.isImplied = true
      }
      record.isOpaque = true
      root = record
      return
    }
    if let place = places[PathBytes(folder)] { records[place].isOpaque = true }
  }

  private mutating func addWhiteout(
    _ part: ArraySlice<UInt8>, in folder: [UInt8], _ entry: TarEntry
  ) throws(ImageError) {
    guard !part.isEmpty, !part.elementsEqual([0x2E]), !part.elementsEqual([0x2E, 0x2E]) else {
      throw fault(entry, "it is a whiteout without a name")
    }
    guard let path = joined(folder, part) else { throw fault(entry, "its path is longer than 4095 bytes") }
    guard let place = places[PathBytes(path)] else {
      var record = LayerRecord(.whiteout)
      // It means nothing to an image, but lies in the layer for all who have that.
      if entry.kind == .file, entry.map == nil {
        record.size = Int64(entry.size)
        record.contentOffset = Int64(entry.contentOffset)
      }
      return append(record, at: path)
    }
    // The entry of the same layer stays; a whiteout speaks of the layers below.
    if records[place].kind == .directory { records[place].isOpaque = true }
  }

  private mutating func append(_ record: LayerRecord, at path: [UInt8]) {
    var record = record
    record.path = store(path)
    places[PathBytes(path)] = records.count
    records.append(record)
  }

  private mutating func store(_ text: some Collection<UInt8>) -> LayerRecord.Text {
    let start = bytes.count
    bytes.append(contentsOf: text)
    return LayerRecord.Text(
      start: UInt32(truncatingIfNeeded: start), count: UInt32(truncatingIfNeeded: text.count))
  }

  private mutating func place(_ entry: TarEntry, at path: [UInt8]) throws(ImageError) {
    guard entry.kind == .hardLink else {
      _ = try put(try record(entry), entry, at: path)
      return
    }
    let first = try firstPlace(of: entry)
    firstPlaces[try put(further(records[first]), entry, at: path)] = first
    let text = records[first].attributes
    let attributes = AttributeList.read(bytes[Int(text.start)..<Int(text.start + text.count)])
    let dressed = records[first].dressed(by: entry, attributes)
    records[first] = dressed.record
    records[first].attributes =
      dressed.attributes.isEmpty ? LayerRecord.Text() : store(AttributeList.bytes(dressed.attributes))
  }

  /// Keeps a record, and says where.
  private mutating func put(
    _ record: LayerRecord, _ entry: TarEntry, at path: [UInt8]
  ) throws(ImageError) -> Int {
    guard let place = places[PathBytes(path)] else {
      append(record, at: path)
      return records.count - 1
    }
    var record = record
    let present = records[place]
    let isFolderAgain = present.kind == .directory && record.kind == .directory
    guard present.kind == .whiteout || isFolderAgain else {
      throw fault(entry, "the layer has that path twice")
    }
    record.path = present.path
    record.isOpaque = record.kind == .directory && (present.kind == .whiteout || present.isOpaque)
    records[place] = record
    return place
  }

  private mutating func record(_ entry: TarEntry) throws(ImageError) -> LayerRecord {
    var record = LayerRecord(Self.kind(entry.kind))
    if record.kind == .characterDevice, entry.device == DeviceNumber(major: 0, minor: 0) {
      throw fault(entry, "a character device 0/0 would take files of other layers away")
    }
    record.mode = entry.mode
    record.owner = entry.owner
    record.group = entry.group
    record.size = Int64(entry.size)
    record.modified = Int64(entry.modified)
    record.contentOffset = Int64(entry.contentOffset)
    if let map = entry.map {
      record.hasHoles = true
      record.map = store(map.bytes)
    }
    record.major = entry.device.major
    record.minor = entry.device.minor
    if record.kind == .symlink {
      guard !entry.link.isEmpty, entry.link.count <= Self.pathLimit, !entry.link.contains(0) else {
        throw fault(entry, "it is a symbolic link without a fit target")
      }
      record.target = store(entry.link)
    }
    if !entry.attributes.isEmpty { record.attributes = store(AttributeList.bytes(entry.attributes)) }
    return record
  }

  /// Where the first name of what a hard link leads to stands.
  private mutating func firstPlace(of entry: TarEntry) throws(ImageError) -> Int {
    let parts = try parts(of: entry.link, in: entry)
    guard let last = parts.last else { throw fault(entry, "it is a hard link to the root folder") }
    let folder = try existingFolder(parts.dropLast(), in: entry)
    guard let path = joined(folder, last), let place = places[PathBytes(path)],
      records[place].kind != .whiteout
    else {
      throw fault(
        entry, "it is a hard link to `\(TarEntry.shown(entry.link))`, which the layer does not have before it"
      )
    }
    guard records[place].kind != .directory else { throw fault(entry, "it is a hard link to a directory") }
    return firstPlaces[place] ?? place
  }

  /// The record of a further name of what a record stands for.
  private func further(_ first: LayerRecord) -> LayerRecord {
    var record = first
    if record.kind == .file {
      record.isHardLink = true
      record.target = first.path
    }
    return record
  }

  /// As `folder(_:in:)`, but nothing is implied by a mere target.
  private mutating func existingFolder(
    _ parts: ArraySlice<ArraySlice<UInt8>>, in entry: TarEntry
  ) throws(ImageError) -> [UInt8] {
    var probe = self
    let folder = try probe.folder(parts, in: entry)
    return folder
  }

  private static func kind(_ kind: TarEntry.Kind) -> LayerRecord.Kind {
    switch kind {
    case .file, .hardLink: .file
    case .symlink: .symlink
    case .characterDevice: .characterDevice
    case .blockDevice: .blockDevice
    case .directory: .directory
    case .fifo: .fifo
    }
  }
}

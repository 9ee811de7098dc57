/// Writes a tar in the POSIX pax form; equal entries give equal bytes.
///
/// Numeric owners only, whole seconds, a pax header only where the plain one cannot say it (ids above 2097151, names
/// past 100 bytes, times before 1970, extended attributes), its records sorted.
package struct TarWriter<Sink: ByteSink> {
  private let sink: Sink
  /// Bytes of content that the present entry still owes.
  private var contentLeft = 0
  private var paddingLeft = 0

  package init(to sink: Sink) { self.sink = sink }

  /// Begins an entry; a file's content of `entry.size` bytes follows by `write`.
  package mutating func begin(_ entry: TarEntry) throws(ImageError) {
    try finishContent()
    let records = paxRecords(entry)
    if !records.isEmpty {
      var header = TarEntry(Self.paxName(entry.name), .file)
      header.size = records.count
      try sink.write(Self.block(header, typeFlag: 0x78))
      try sink.write(records)
      try sink.write([UInt8](repeating: 0, count: Self.padding(records.count)))
    }
    try sink.write(Self.block(entry, typeFlag: Self.typeFlag(entry.kind)))
    contentLeft = entry.kind == .file ? entry.size : 0
    paddingLeft = Self.padding(contentLeft)
  }

  /// Writes a part of the present entry's content.
  package mutating func write(_ bytes: UnsafeRawBufferPointer) throws(ImageError) {
    precondition(bytes.count <= contentLeft, "no more content than the entry announced")
    contentLeft -= bytes.count
    try sink.write(bytes)
  }

  /// Writes an entry with its whole content; the size is taken from it.
  package mutating func add(_ entry: TarEntry, content: [UInt8] = []) throws(ImageError) {
    var entry = entry
    if entry.kind == .file { entry.size = content.count }
    try begin(entry)
    guard entry.kind == .file else { return }
    contentLeft -= content.count
    try sink.write(content)
  }

  /// Writes what a source still holds as the content of the present entry, which must be just as long.
  package mutating func write(contentsOf source: some ByteSource) throws(ImageError) {
    let count = try sink.write(contentsOf: source)
    precondition(count == contentLeft, "as much content as the entry announced")
    contentLeft = 0
  }

  /// Writes the two blocks of zeros at the end.
  package mutating func finish() throws(ImageError) {
    try finishContent()
    try sink.write([UInt8](repeating: 0, count: 2 * TarHeader.blockSize))
  }

  private mutating func finishContent() throws(ImageError) {
    precondition(contentLeft == 0, "an entry's content is written whole")
    if paddingLeft > 0 { try sink.write([UInt8](repeating: 0, count: paddingLeft)) }
    paddingLeft = 0
  }

  private func paxRecords(_ entry: TarEntry) -> [UInt8] {
    var records: [(String, [UInt8])] = entry.attributes.map { ("SCHILY.xattr." + $0.name, $0.value) }
    if entry.name.count > 100 || !entry.name.allSatisfy({ $0 < 0x80 }) {
      records.append(("path", entry.name))
    }
    if entry.link.count > 100 || !entry.link.allSatisfy({ $0 < 0x80 }) {
      records.append(("linkpath", entry.link))
    }
    if entry.size >= Self.octalLimit(11) { records.append(("size", Array(String(entry.size).utf8))) }
    if entry.owner >= Self.octalLimit(7) { records.append(("uid", Array(String(entry.owner).utf8))) }
    if entry.group >= Self.octalLimit(7) { records.append(("gid", Array(String(entry.group).utf8))) }
    if !(0..<Self.octalLimit(11)).contains(entry.modified) {
      records.append(("mtime", Array(String(entry.modified).utf8)))
    }
    return records.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }.flatMap {
      Self.record($0.0, $0.1)
    }
  }

  /// `LENGTH KEY=VALUE\n`, where the length counts its own digits too.
  private static func record(_ key: String, _ value: [UInt8]) -> [UInt8] {
    let bare = key.utf8.count + value.count + 3
    var length = bare + 1
    while bare + String(length).utf8.count != length { length = bare + String(length).utf8.count }
    return Array("\(length) \(key)=".utf8) + value + [0x0A]
  }

  private static func paxName(_ name: [UInt8]) -> [UInt8] {
    let last = name.split(separator: 0x2F).last.map(Array.init) ?? []
    return Array("PaxHeaders/".utf8) + last.prefix(80).map { $0 < 0x80 ? $0 : 0x5F }
  }

  private static func block(_ entry: TarEntry, typeFlag: UInt8) -> [UInt8] {
    var block = [UInt8](repeating: 0, count: TarHeader.blockSize)
    func put(_ bytes: some Collection<UInt8>, _ offset: Int, _ room: Int) {
      for (index, byte) in bytes.prefix(room).enumerated() { block[offset + index] = byte }
    }
    func put(number: Int, _ offset: Int, digits: Int) {
      let fits = (0..<octalLimit(digits)).contains(number) ? number : 0
      let text = String(fits, radix: 8)
      put(Array(repeatElement(0x30, count: digits - text.utf8.count)) + Array(text.utf8), offset, digits)
    }
    put(entry.name.map { $0 < 0x80 ? $0 : 0x5F }, 0, 100)
    put(number: Int(entry.mode), 100, digits: 7)
    put(number: Int(entry.owner), 108, digits: 7)
    put(number: Int(entry.group), 116, digits: 7)
    put(number: entry.kind == .file ? entry.size : 0, 124, digits: 11)
    put(number: entry.modified, 136, digits: 11)
    block[156] = typeFlag
    put(entry.link.map { $0 < 0x80 ? $0 : 0x5F }, 157, 100)
    put("ustar\u{0}00".utf8, 257, 8)
    put(number: Int(entry.device.major), 329, digits: 7)
    put(number: Int(entry.device.minor), 337, digits: 7)
    put(repeatElement(0x20, count: 8), 148, 8)
    put(number: block.reduce(0) { $0 + Int($1) }, 148, digits: 6)
    block[154] = 0
    return block
  }

  private static func octalLimit(_ digits: Int) -> Int { 1 << (3 * digits) }
  private static func padding(_ count: Int) -> Int {
    (TarHeader.blockSize - count % TarHeader.blockSize) % TarHeader.blockSize
  }

  private static func typeFlag(_ kind: TarEntry.Kind) -> UInt8 {
    switch kind {
    case .file: 0x30
    case .hardLink: 0x31
    case .symlink: 0x32
    case .characterDevice: 0x33
    case .blockDevice: 0x34
    case .directory: 0x35
    case .fifo: 0x36
    }
  }
}

/// Writes a zip archive of deflated files front to back, with sizes behind each file; equal files give equal bytes.
///
/// Names as given, no times, no modes, as Packer's compress writes them. Files and archives past 4 GiB take the zip64 form.
package struct ZipWriter<Sink: ByteSink> {
  private let counter: CountingSink<Sink>
  private let level: Int?
  private var entries: [ZipEntry] = []

  package init(to sink: Sink, level: Int? = nil) {
    counter = CountingSink(to: sink)
    self.level = level
  }

  /// Adds a file with what a source holds.
  package mutating func add(_ name: String, from source: some ByteSource) throws(ImageError) {
    var entry = ZipEntry(name: Array(name.utf8), offset: counter.count)
    var head = Record(0x0403_4B50)
    head.add([20, flags(entry), 8], width: 2)
    head.add([0, 0, 0, 0], width: 4)
    head.add([entry.name.count, 0], width: 2)
    try counter.write(head.bytes + entry.name)
    let start = counter.count
    let deflate = try DeflateSink(to: counter, .bare, level: level)
    let meter = MeteringSink(to: deflate)
    try meter.write(contentsOf: source)
    try deflate.finish()
    (entry.checksum, entry.size, entry.packed) = (meter.checksum.value, meter.count, counter.count - start)
    var tail = Record(0x0807_4B50)
    tail.add([Int(entry.checksum)], width: 4)
    tail.add([entry.packed, entry.size], width: entry.isLarge ? 8 : 4)
    try counter.write(tail.bytes)
    entries.append(entry)
  }

  /// Writes the list of files at the end.
  package func finish() throws(ImageError) {
    let start = counter.count
    for entry in entries { try counter.write(listing(of: entry)) }
    let size = counter.count - start
    let isLarge = start > 0xFFFF_FFFE || entries.count > 0xFFFE
    if isLarge {
      var end = Record(0x0606_4B50)
      let place = counter.count
      end.add([44], width: 8)
      end.add([45, 45], width: 2)
      end.add([0, 0], width: 4)
      end.add([entries.count, entries.count, size, start], width: 8)
      end.add([0x0706_4B50, 0], width: 4)
      end.add([place], width: 8)
      end.add([1], width: 4)
      try counter.write(end.bytes)
    }
    let count = isLarge ? 0xFFFF : entries.count
    var end = Record(0x0605_4B50)
    end.add([0, 0, count, count], width: 2)
    end.add([size, isLarge ? 0xFFFF_FFFF : start], width: 4)
    end.add([0], width: 2)
    try counter.write(end.bytes)
  }

  private func listing(of entry: ZipEntry) -> [UInt8] {
    let isLarge = entry.isLarge || entry.offset > 0xFFFF_FFFE
    func field(_ value: Int) -> Int { isLarge ? 0xFFFF_FFFF : value }
    var record = Record(0x0201_4B50)
    record.add([20, isLarge ? 45 : 20, flags(entry), 8], width: 2)
    record.add([0, Int(entry.checksum), field(entry.packed), field(entry.size)], width: 4)
    record.add([entry.name.count, isLarge ? 28 : 0, 0, 0, 0], width: 2)
    record.add([0, field(entry.offset)], width: 4)
    var extra: [UInt8] = []
    if isLarge {
      extra = 1.littleEndian(2) + 24.littleEndian(2)
      for value in [entry.size, entry.packed, entry.offset] { extra += value.littleEndian(8) }
    }
    return record.bytes + entry.name + extra
  }

  /// 8: checksum and sizes follow the content; 0x800: the name is UTF-8.
  private func flags(_ entry: ZipEntry) -> Int { entry.name.allSatisfy { $0 < 0x80 } ? 8 : 0x808 }
}

/// Numbers of an archive, the lowest byte first.
private struct Record {
  private(set) var bytes: [UInt8]

  init(_ signature: Int) { bytes = signature.littleEndian(4) }

  mutating func add(_ numbers: [Int], width: Int) {
    for number in numbers { bytes += number.littleEndian(width) }
  }
}

/// One file of an archive.
private struct ZipEntry {
  let name: [UInt8]
  let offset: Int
  var checksum: UInt32 = 0
  var size = 0
  var packed = 0

  /// Whether a size does not fit into 32 bits.
  var isLarge: Bool { size > 0xFFFF_FFFE || packed > 0xFFFF_FFFE }
}

/// Counts what passes. A class because what is written around it shares the count.
private final class CountingSink<Sink: ByteSink>: ByteSink {
  private let sink: Sink
  private(set) var count = 0

  init(to sink: Sink) { self.sink = sink }

  func write(_ bytes: UnsafeRawBufferPointer) throws(ImageError) {
    try sink.write(bytes)
    count += bytes.count
  }
}

/// Counts and sums what passes.
private final class MeteringSink<Sink: ByteSink>: ByteSink {
  private let sink: Sink
  private(set) var count = 0
  private(set) var checksum = CyclicChecksum()

  init(to sink: Sink) { self.sink = sink }

  func write(_ bytes: UnsafeRawBufferPointer) throws(ImageError) {
    try sink.write(bytes)
    count += bytes.count
    checksum.add(bytes)
  }
}

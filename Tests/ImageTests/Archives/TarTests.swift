import Image
import Testing

@Suite struct TarTests {
  private func file(_ name: String, _ content: String, _ change: (inout TarEntry) -> Void = { _ in })
    -> TarEntry
  {
    var entry = TarEntry(Array(name.utf8), .file)
    entry.size = content.utf8.count
    change(&entry)
    return entry
  }

  private func written(_ entries: [(TarEntry, String)]) throws -> [UInt8] {
    let sink = ArraySink()
    var writer = TarWriter(to: sink)
    for (entry, content) in entries { try writer.add(entry, content: Array(content.utf8)) }
    try writer.finish()
    return sink.bytes
  }

  private func entries(_ bytes: [UInt8]) throws -> [TarEntry] {
    var reader = TarReader(ArraySource(bytes), named: "x.tar")
    var entries: [TarEntry] = []
    while let entry = try reader.next() { entries.append(entry) }
    return entries
  }

  /// One entry that needs every kind of extended header.
  private var demanding: TarEntry {
    file(String(repeating: "päth/", count: 40) + "f", "content") {
      $0.owner = 3_000_000
      $0.group = 4_000_000_000
      $0.modified = -5
      $0.mode = 0o4755
      $0.attributes = [
        ExtendedAttribute("security.capability", [1, 0, 0x0A, 0x3D, 255]),
        ExtendedAttribute("user.a", [0x61]),
      ]
    }
  }

  @Test func whatIsWrittenIsReadBack() throws {
    var link = TarEntry(Array("l".utf8), .symlink)
    link.link = Array(String(repeating: "x", count: 150).utf8)
    var device = TarEntry(Array("d".utf8), .characterDevice)
    device.device = DeviceNumber(major: 5, minor: 1)
    let read = try entries(try written([(demanding, "content"), (link, ""), (device, "")]))
    #expect(read.count == 3)
    var expected = demanding
    expected.contentOffset = read[0].contentOffset
    #expect(read[0] == expected)
    #expect(read[1].link == link.link)
    #expect(read[2].device == device.device)
  }

  @Test func contentLiesAtItsOffset() throws {
    let bytes = try written([(file("a", "first"), "first"), (demanding, "content")])
    let read = try entries(bytes)
    for (entry, content) in zip(read, ["first", "content"]) {
      #expect(bytes[entry.contentOffset..<entry.contentOffset + entry.size].elementsEqual(content.utf8))
    }
  }

  @Test func equalEntriesGiveEqualBytes() throws {
    #expect(try written([(demanding, "content")]) == written([(demanding, "content")]))
  }

  @Test func contentThatIsNotReadIsPassedOver() throws {
    let bytes = try written([(file("a", "12345"), "12345"), (file("b", "x"), "x")])
    var reader = TarReader(ArraySource(bytes), named: "x.tar")
    _ = try reader.next()
    let second = try reader.next()
    #expect(second?.shownName == "b")
    #expect(try reader.content(limit: 10) == [0x78])
    #expect(try reader.next() == nil)
  }

  @Test(arguments: [0, 1, 100, 511, 513, 700, 1100])
  func aTarCutShortIsRefused(_ count: Int) throws {
    let bytes = try written([
      (file("a", String(repeating: "x", count: 600)), String(repeating: "x", count: 600))
    ])
    if count == 0 {
      #expect(try entries([]).isEmpty)
    } else {
      #expect(throws: ImageError.self) { try entries(Array(bytes.prefix(count))) }
    }
  }

  @Test func noByteChangedMakesACrash() throws {
    let bytes = try written([(demanding, "content"), (file("b", "x"), "x")])
    for index in stride(from: 0, to: bytes.count, by: 3) {
      for value: UInt8 in [0, 0x39, 0x80, 0xFF] {
        var broken = bytes
        broken[index] = value
        _ = try? entries(broken)
      }
    }
  }

  @Test func aWrongChecksumIsRefused() throws {
    var bytes = try written([(file("a", "x"), "x")])
    bytes[0] = 0x62
    #expect { try entries(bytes) } throws: {
      ($0 as? ImageError)?.message
        == "`x.tar` is not a sound tar: it does not begin with a header (at byte 0)"
    }
  }

  @Test(arguments: [
    ("10 path=a\n", true), ("9 path=a\n", true), ("8 path=a\n", false), ("99 path=a\n", false),
    ("x path=a\n", false), ("9 patha\n", false),
    ("13 size=-1234", false), ("12 size=abc\n", false), ("23 GNU.sparse.major=1.0\n", false),
    ("14 mtime=1.50\n", true), ("30 mtime=-9223372036854775808\n", false),
    ("28 size=9223372036854775807\n", false),
  ])
  func extendedHeadersAreReadStrictly(_ records: String, _ isSound: Bool) throws {
    let sink = ArraySink()
    var writer = TarWriter(to: sink)
    try writer.add(file("PaxHeaders/x", records), content: Array(records.utf8))
    try writer.add(file("f", ""))
    try writer.finish()
    var bytes = sink.bytes
    // The first entry becomes an extended header.
    let sum = bytes[..<512].enumerated().reduce(0) {
      $0 + ((148..<156).contains($1.offset) ? 0x20 : $1.offset == 156 ? 0x78 : Int($1.element))
    }
    bytes[156] = 0x78
    let text = String(sum, radix: 8)
    bytes.replaceSubrange(148..<154, with: Array((String(repeating: "0", count: 6 - text.count) + text).utf8))
    #expect(((try? entries(bytes)) != nil) == isSound)
  }
}

import Host
import Image
import Source
import Testing

/// Files with holes in tars: what GNU tar's `-S` packs is read in all its forms, and a map that is wrong is refused.
@Suite struct SparseTarTests {
  private static let formats = [
    "--format=gnu", "--format=oldgnu", "--format=posix --sparse-version=0.0",
    "--format=posix --sparse-version=0.1", "--format=posix --sparse-version=1.0",
  ]

  /// Of many pieces, so that a map goes on in further blocks; with a hole at the beginning, at the end, and all over.
  private static let files = """
    mkdir d; cd d
    for i in $(seq 60); do printf "piece $i" | dd of=many bs=1 seek=$((i * 40000)) conv=notrunc status=none; done
    truncate -s 3M many
    truncate -s 2M hole; printf plain > plain; printf end | dd of=last bs=1 seek=1M conv=notrunc status=none
    : > empty; truncate -s 3G vast
    long=$(printf 'n%.0s' $(seq 150)); cp --sparse=always last $long
    cd ..
    """

  @Test(arguments: formats) func `what GNU tar packs is indexed, read and unpacked`(_ format: String)
    async throws
  {
    try await Scratch.with { scratch in
      try await scratch.shell(Self.files + "; tar \(format) -S -cf x.tar -C d .")
      // The holes are not in it.
      #expect(try OpenFile(scratch.path + "/x.tar").size < 2 << 20)
      let store = scratch.store
      let image = try ImageImport(into: store, now: 0).image(at: scratch.path + "/x.tar", as: nil)
      let view = try store.view(image)
      let folder = Disk(workingDirectory: scratch.path + "/d")
      let names = try folder.list(".")
      #expect(names.count == 7)
      for name in names where name != "vast" {
        let expected = try folder.read(name, limit: 1 << 23)
        #expect(try view.read("/" + name, limit: 1 << 23).value == expected, "\(name)")
      }
      #expect(try view.entry(at: "/vast").value?.size == 3 << 30)
      #expect(throws: ImageError.self) { try view.read("/vast", limit: 1 << 28) }
      // Every hole is one again: what is unpacked takes no more of the disk than what was packed.
      let root = try #require(try store.unpackedLayers(of: image).first)
      try await scratch.shell("for f in $(cd d; ls); do cmp d/$f \(root)/$f; done")
      let used = try await scratch.shell("du -sk \(root) | cut -f1")
      #expect(Int(used.filter(\.isNumber)) ?? .max < 2048, "\(used)")
    }
  }

  @Test(arguments: formats) func `a file with holes is read to its end, entry by entry`(_ format: String)
    async throws
  {
    try await Scratch.with { scratch in
      try await scratch.shell(Self.files + "; tar \(format) -S -cf x.tar -C d hole last plain empty")
      var reader = TarReader(FileSource(try OpenFile(scratch.path + "/x.tar")), named: "x.tar")
      var seen: [String] = []
      while let entry = try reader.next() {
        seen.append(entry.shownName)
        let content = try reader.content(limit: 1 << 23)
        #expect(
          try content == Disk(workingDirectory: scratch.path + "/d").read(entry.shownName, limit: 1 << 23))
      }
      #expect(seen == ["hole", "last", "plain", "empty"])
    }
  }

  /// The start and count of each piece, the size, and what becomes of it where the tar holds 10 bytes.
  private static let maps: [([Int], Int, Bool)] = [
    ([0, 10], 10, true), ([5, 10], 20, true), ([0, 4, 8, 6, 20, 0], 20, true),
    ([0, 10, 5, 0], 20, false), ([8, 5, 0, 5], 20, false), ([0, 6, 5, 4], 20, false), ([0, 10], 9, false),
    ([0, 11], 11, false), ([0, 9], 20, false), ([], 20, false), ([30, 0, 0, 10], 40, false),
    ([0, .max], .max, false), ([.max, 10], .max, false), ([0, 10], .max, false),
    ([0, 5, .max - 2, 5], 20, false),
  ]

  private func isRead(_ bytes: [UInt8], _ size: Int) -> Bool {
    var reader = TarReader(ArraySource(bytes), named: "x")
    do {
      guard let entry = try reader.next() else { return false }
      #expect(entry.size == size && entry.shownName == "f")
      let content = try reader.content(limit: 1 << 10)
      #expect(content.count == size && content.filter { $0 == 0x78 }.count == 10)
      return try reader.next() == nil
    } catch { return false }
  }

  @Test(arguments: maps) func `a map must fit its file`(_ numbers: [Int], _ size: Int, _ isSound: Bool) throws
  {
    let pairs = stride(from: 0, to: numbers.count, by: 2).map { (numbers[$0], numbers[$0 + 1]) }
    let data = [UInt8](repeating: 0x78, count: 10)
    #expect(isRead(try old(pairs, size, data), size) == isSound)
    let single =
      "GNU.sparse.size=\(size)\nGNU.sparse.numblocks=\(pairs.count)\n"
      + pairs.map { "GNU.sparse.offset=\($0)\nGNU.sparse.numbytes=\($1)\n" }.joined()
    #expect(isRead(try pax(single, data, named: "f"), size) == isSound)
    let joined =
      "GNU.sparse.size=\(size)\nGNU.sparse.name=f\nGNU.sparse.map=\(numbers.map(String.init).joined(separator: ","))\n"
    #expect(isRead(try pax(joined, data), size) == isSound)
    let inContent = "GNU.sparse.major=1\nGNU.sparse.minor=0\nGNU.sparse.name=f\nGNU.sparse.realsize=\(size)\n"
    var lines = Array("\(pairs.count)\n\(numbers.map { "\($0)\n" }.joined())".utf8)
    lines += [UInt8](repeating: 0, count: 512 - lines.count % 512)
    #expect(isRead(try pax(inContent, lines + data), size) == isSound)
  }

  @Test(arguments: [
    "GNU.sparse.major=2\nGNU.sparse.minor=0\nGNU.sparse.size=10\nGNU.sparse.map=0,10\n",
    "GNU.sparse.size=-10\nGNU.sparse.map=0,10\n", "GNU.sparse.size=10\nGNU.sparse.map=0,10,\n",
    "GNU.sparse.size=10\nGNU.sparse.map=0 10\n", "GNU.sparse.map=0,10\n", "GNU.sparse.size=10\n",
    "GNU.sparse.size=10\nGNU.sparse.numbytes=10\nGNU.sparse.offset=0\n",
    "GNU.sparse.size=10\nGNU.sparse.offset=0\nGNU.sparse.offset=0\n",
    "GNU.sparse.size=10\nGNU.sparse.offset=0\n",
    "GNU.sparse.size=10\nGNU.sparse.map=0,99999999999999999999\n",
    "GNU.sparse.major=1\nGNU.sparse.minor=0\nGNU.sparse.realsize=10\n",
  ])
  func `records that say nothing sound are refused`(_ records: String) throws {
    #expect(!isRead(try pax(records, [UInt8](repeating: 0x78, count: 10), named: "f"), 10))
  }

  @Test(arguments: ["70000\n", "1\n0\n", "1\n0\n10", "\n", "x\n", "-1\n", "1\n0\n10\n"])
  func `a map that does not end with its blocks is refused`(_ map: String) throws {
    let records = "GNU.sparse.major=1\nGNU.sparse.minor=0\nGNU.sparse.name=f\nGNU.sparse.realsize=10\n"
    // No data behind the map; one block, whose rest is not a number.
    #expect(
      !isRead(try pax(records, Array(map.utf8) + [UInt8](repeating: 0x20, count: 512 - map.utf8.count)), 10))
  }

  @Test func `a hole of any size costs neither memory nor time`() throws {
    let vast = (1 << 56) - 1
    let one = try LayerIndexBuilder.index(
      ArraySource(try old([(vast - 10, 10)], vast, [UInt8](repeating: 0x78, count: 10))), named: "x")
    #expect(one.records.first?.size == Int64(vast))
  }

  @Test func `an archive of an image with holes says how to pack it`() async throws {
    try await Scratch.with { scratch in
      try await scratch.shell(
        "echo '[]' > manifest.json; truncate -s 1M layer.tar; tar -S -cf x.tar manifest.json layer.tar")
      #expect {
        try ImageImport(into: scratch.store, now: 0).image(at: scratch.path + "/x.tar", as: nil)
      } throws: { ($0 as? ImageError)?.message.contains("pack the image without `-S`") == true }
    }
  }

  /// A tar of one entry of the old form.
  private func old(_ pairs: [(Int, Int)], _ size: Int, _ data: [UInt8]) throws -> [UInt8] {
    var bytes = try tar([("f", data)])
    func put(_ value: Int, at place: Int) {
      bytes[place] = 0x80
      for index in 1..<12 {
        bytes[place + index] = index < 4 ? 0 : UInt8(truncatingIfNeeded: value >> (8 * (11 - index)))
      }
    }
    bytes[156] = 0x53
    bytes.replaceSubrange(257..<265, with: "ustar  \0".utf8)
    for (index, pair) in pairs.prefix(4).enumerated() {
      put(pair.0, at: 386 + 24 * index)
      put(pair.1, at: 398 + 24 * index)
    }
    put(size, at: 483)
    return sealed(bytes)
  }

  /// A tar of one entry behind an extended header.
  private func pax(_ records: String, _ data: [UInt8], named name: String = "GNUSparseFile.0/f") throws
    -> [UInt8]
  {
    let lines = records.split(separator: "\n").map { record in
      // The length counts its own digits.
      let length = (1...5).map { record.utf8.count + 2 + $0 }.first {
        "\($0)".count == $0 - record.utf8.count - 2
      }
      return "\(length ?? 0) \(record)\n"
    }
    var bytes = try tar([("x", Array(lines.joined().utf8)), (name, data)])
    bytes[156] = 0x78
    return sealed(bytes)
  }

  private func tar(_ entries: [(String, [UInt8])]) throws -> [UInt8] {
    let sink = ArraySink()
    var writer = TarWriter(to: sink)
    for (name, content) in entries {
      var entry = TarEntry(Array(name.utf8), .file)
      entry.size = content.count
      try writer.add(entry, content: content)
    }
    try writer.finish()
    return sink.bytes
  }

  /// The same with the right checksum in its first header.
  private func sealed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let sum = (0..<512).reduce(0) { $0 + ((148..<156).contains($1) ? 0x20 : Int(bytes[$1])) }
    let text = String(sum, radix: 8)
    bytes.replaceSubrange(
      148..<156, with: Array((String(repeating: "0", count: 6 - text.count) + text + "\0 ").utf8))
    return bytes
  }
}

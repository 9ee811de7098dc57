import Host
import Image
import Testing

/// What real tar programs write is read, and what we write is read by them.
@Suite struct RealTarTests {
  private func entries(_ path: String) throws -> [TarEntry] {
    var reader = TarReader(FileSource(try OpenFile(path)), named: path)
    var entries: [TarEntry] = []
    while let entry = try reader.next() { entries.append(entry) }
    return entries
  }

  @Test(arguments: ["v7", "ustar", "gnu", "oldgnu", "posix"]) func everyFormatOfGNUTarIsRead(_ format: String)
    async throws
  {
    try await Scratch.with { scratch in
      try await scratch.shell(
        "mkdir d; echo hello > d/f; ln -s f d/l; ln d/f d/h; tar --format=\(format) -cf x.tar d")
      let entries = try entries(scratch.path + "/x.tar")
      #expect(entries.count == 4)
      #expect(entries.first?.kind == .directory)
      #expect(Set(entries.map(\.kind)) == [.directory, .file, .symlink, .hardLink])
    }
  }

  @Test(arguments: ["gnu", "posix"]) func longNamesLinksAndNumbersAreRead(_ format: String) async throws {
    try await Scratch.with { scratch in
      try await scratch.shell(
        """
        long=$(printf 'x%.0s' $(seq 200)); echo a > $long; ln -s $long$long link; touch -d @-100 old
        tar --format=\(format) --owner=x:3000000 --group=y:4000000 -cf x.tar $long link old
        """)
      let entries = try entries(scratch.path + "/x.tar")
      #expect(entries.map(\.name.count) == [200, 4, 3])
      #expect(entries[1].link.count == 400)
      #expect(entries[2].modified == -100)
      #expect(entries.allSatisfy { $0.owner == 3_000_000 && $0.group == 4_000_000 })
    }
  }

  @Test func globalHeadersHoldForAllThatFollow() async throws {
    try await Scratch.with { scratch in
      try await scratch.shell(
        "touch a b; tar --format=posix --pax-option=globexthdr.name=g,uid:=1234,mtime=77 -cf x.tar a b")
      let entries = try entries(scratch.path + "/x.tar")
      #expect(entries.map(\.owner) == [1234, 1234])
    }
  }

  @Test func randomBytesNeverCrash() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      let bytes = (0..<2048).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      var reader = TarReader(ArraySource(bytes), named: "noise")
      #expect(throws: ImageError.self) { while try reader.next() != nil {} }
    }
  }
}

import Host
import Image
import Support
import Testing

@Suite struct DecodedSourceTests {
  private func decoded(_ scratch: Scratch, _ name: String, limit: Int = 1 << 30) throws -> [UInt8] {
    let file = try OpenFile(scratch.path + "/" + name)
    let source = try DecodedSource(FileSource(file), try Compression.of(file), named: name, limit: limit)
    return try source.readAll(limit: 1 << 30, named: name)
  }

  @Test(arguments: ["plain", "plain.gz", "members.gz", "padded.gz", "empty.gz", "plain.zst", "frames.zst"])
  func everyPackingGivesThePlainBytes(_ name: String) async throws {
    try await Scratch.with { scratch in
      try await scratch.shell(
        """
        seq 200000 > plain; gzip -k plain; (head -c 70000 plain | gzip; tail -c +70001 plain | gzip) > members.gz
        (cat plain.gz; head -c 1000 /dev/zero) > padded.gz; gzip < /dev/null > empty.gz
        if command -v zstd > /dev/null; then zstd -qk plain; (head -c 9 plain | zstd -q; tail -c +10 plain | zstd -q) > frames.zst; fi
        """)
      guard Disk(workingDirectory: scratch.path).status(name) != nil else { return }
      let expected =
        name.hasPrefix("empty") ? [] : try Disk(workingDirectory: scratch.path).read("plain", limit: 1 << 30)
      #expect(try decoded(scratch, name) == expected)
    }
  }

  @Test(arguments: [1, 9, 10, 11, 500, 20_000]) func aPackingCutShortIsRefused(_ count: Int) async throws {
    try await Scratch.with { scratch in
      try await scratch.shell("seq 200000 | gzip > whole.gz; head -c \(count) whole.gz > cut.gz")
      if count < 4 {
        #expect(try decoded(scratch, "cut.gz").count == count)
      } else {
        #expect { try decoded(scratch, "cut.gz") } throws: { ($0 as? ImageError)?.kind == .malformed }
      }
    }
  }

  @Test func aDamagedPackingIsRefused() async throws {
    try await Scratch.with { scratch in
      try await scratch.shell(
        "seq 200000 | gzip > bad.gz; printf XXXX | dd of=bad.gz bs=1 seek=5000 conv=notrunc 2>/dev/null; (echo hi | gzip; echo junk) > junk.gz"
      )
      for name in ["bad.gz", "junk.gz"] {
        #expect { try decoded(scratch, name) } throws: { ($0 as? ImageError)?.kind == .malformed }
      }
    }
  }

  @Test func aBombIsStopped() async throws {
    try await Scratch.with { scratch in
      try await scratch.shell("head -c 50000000 /dev/zero | gzip > bomb.gz")
      #expect { try decoded(scratch, "bomb.gz", limit: 10 << 20) } throws: {
        ($0 as? ImageError)?.message == "`bomb.gz` unpacks to more than 10 MiB, which is refused"
      }
    }
  }
}

import Host
import Image
import Source
import Support
import Testing

/// Layers and indexes with bytes changed at random: an error or an index, never a crash, never a path outside the root.
@Suite struct LayerFuzzTests {
  private static func seedTar() throws -> [UInt8] {
    try Entry.tar(
      [
        .folder("./"), .folder("a", mode: 0o1777), .file("a/f", "content"), .hardLink("a/h", "a/f"),
        .symlink("l", "/a"), .file("l/g", "more"), .file("a/.wh.x"), .file("b/.wh..wh..opq"),
        .device("d", 1, 3),
        .make("long/" + String(repeating: "n", count: 120), .file, content: "x") {
          $0.modified = -7
          $0.owner = 3_000_000
          $0.attributes = [ExtendedAttribute("user.a", [1, 2, 3])]
        },
      ])
  }

  /// Changes a few bytes and makes the checksums of all headers right again, so that the change gets past them.
  private func mutated(_ bytes: [UInt8], _ generator: inout SplitMix) -> [UInt8] {
    var bytes = bytes
    for _ in 0...Int.random(in: 0..<6, using: &generator) {
      let index = Int.random(in: 0..<bytes.count, using: &generator)
      bytes[index] =
        [0, 0x2F, 0x2E, 0x35, 0x80, 0xFF, .random(in: 0...255, using: &generator)].randomElement(
          using: &generator) ?? 0
    }
    for start in stride(from: 0, to: bytes.count - 511, by: 512) where bytes[start + 257] == 0x75 {
      let sum = (0..<512).reduce(0) { $0 + ((148..<156).contains($1) ? 0x20 : Int(bytes[start + $1])) }
      let text = String(sum, radix: 8)
      let digits = Array((String(repeating: "0", count: max(0, 6 - text.count)) + text).utf8)
      bytes.replaceSubrange(start + 148..<start + 154, with: digits.prefix(6))
    }
    return bytes
  }

  @Test func aChangedLayerIsIndexedOrRefused() throws {
    let fuzzing = Fuzzing()
    var generator = SplitMix(state: fuzzing.seed)
    let seed = try Self.seedTar()
    var taken = 0
    var round = 0
    while fuzzing.goesOn(after: round) {
      round += 1
      guard let index = try? LayerIndexBuilder.index(ArraySource(mutated(seed, &generator)), named: "x")
      else { continue }
      taken += 1
      for record in index.records {
        let parts = index.path(of: record).split(separator: 0x2F, omittingEmptySubsequences: false)
        #expect(
          parts.allSatisfy { !$0.isEmpty && !$0.elementsEqual([0x2E]) && !$0.elementsEqual([0x2E, 0x2E]) })
        #expect(index.record(at: index.path(of: record)) != nil)
      }
    }
    #expect(taken > 0 && taken < round)
  }

  @Test func aChangedIndexIsTakenOrRefused() throws {
    let fuzzing = Fuzzing()
    var generator = SplitMix(state: fuzzing.seed)
    let stored = try LayerIndexBuilder.index(ArraySource(try Self.seedTar()), named: "x").stored
    let whole = LayerIndex(stored: FixedBytes(stored))
    #expect(whole?.stored == stored)
    var round = 0
    while fuzzing.goesOn(after: round) {
      round += 1
      var bytes = stored
      for _ in 0..<3 {
        bytes[.random(in: 0..<bytes.count, using: &generator)] = .random(in: 0...255, using: &generator)
      }
      if Bool.random(using: &generator) { bytes.removeLast(.random(in: 0..<bytes.count, using: &generator)) }
      guard let index = LayerIndex(stored: FixedBytes(bytes)) else { continue }
      for record in index.records {
        _ = index.attributes(of: record)
        _ = index.range(below: Array(index.path(of: record)))
      }
    }
  }
}

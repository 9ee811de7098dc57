/// Marks by which reviewers' tools know a problem again after lines have moved: no line number goes into one.
struct Fingerprints {
  private var counts: [UInt64: Int] = [:]

  /// The mark of the next problem: a hash of rule, file and the text of the line, then how often it has come so far.
  mutating func next(for problem: Problem) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    for part in [problem.rule, problem.place.file] + problem.logical {
      for byte in part.utf8 { add(byte) }
      add(0)
    }
    for byte in problem.place.snippet.utf8 where byte != 0x20 && byte != 0x09 { add(byte) }
    counts[hash, default: 0] += 1
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits + ":\(counts[hash, default: 1])"
  }
}

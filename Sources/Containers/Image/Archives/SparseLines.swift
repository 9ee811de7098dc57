/// The map in front of a content: how many pieces there are, then start and count of each, every number on a line.
struct SparseLines {
  private(set) var numbers: [Int] = []
  private var line: [UInt8] = []
  private var wanted = 1

  /// Whether the map has come to its end: what follows fills the block up.
  var isWhole: Bool { numbers.count == wanted }

  /// Takes the next block; false where that is no part of a map.
  mutating func take(_ block: [UInt8]) -> Bool {
    for byte in block where !isWhole {
      guard byte == 0x0A else {
        line.append(byte)
        if line.count > 20 { return false }
        continue
      }
      guard let number = SparseRecords.number(line[...]) else { return false }
      if numbers.isEmpty {
        guard number <= SparseMap.limit else { return false }
        wanted = 1 + 2 * number
      }
      numbers.append(number)
      line = []
    }
    return true
  }
}

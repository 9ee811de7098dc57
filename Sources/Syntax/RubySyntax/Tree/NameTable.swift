/// The names of one tree, each kept once; the keywords come first.
struct NameTable: Sendable {
  private var pool: [UInt8] = []
  /// Where each name ends in the pool; it begins where the one before it ends.
  private var ends: [Int32] = []
  private var hashes: [UInt32] = []
  /// Open addressing; -1 is free. A power of two, at most half full.
  private var slots: [Int32]

  private init(slots: Int) { self.slots = [Int32](repeating: -1, count: slots) }

  /// A table that holds the keywords, in their order.
  static let withKeywords: NameTable = {
    var table = NameTable(slots: 256)
    for keyword in RubyKeyword.allCases { _ = table.name(spelled: keyword.spelling) }
    return table
  }()

  var count: Int { ends.count }

  /// The name with a spelling.
  mutating func name(spelled spelling: String) -> RubyName {
    let bytes = Array(spelling.utf8)
    return name(of: bytes, 0, bytes.count)
  }

  /// The name that stands in bytes.
  mutating func name(of bytes: [UInt8], _ start: Int, _ end: Int) -> RubyName {
    var hash: UInt32 = 2_166_136_261
    for index in start..<end { hash = (hash ^ UInt32(bytes[index])) &* 16_777_619 }
    let mask = slots.count - 1
    var slot = Int(hash ^ (hash >> 15)) & mask
    while slots[slot] >= 0 {
      let candidate = Int(slots[slot])
      if hashes[candidate] == hash, matches(candidate, bytes, start, end) {
        return RubyName(index: Int32(candidate))
      }
      slot = (slot + 1) & mask
    }
    let name = Int32(ends.count)
    slots[slot] = name
    pool += bytes[start..<end]
    ends.append(Int32(pool.count))
    hashes.append(hash)
    if ends.count * 2 > slots.count { grow() }
    return RubyName(index: name)
  }

  func spelling(of name: RubyName) -> String {
    let index = Int(name.index)
    return String(decoding: pool[start(of: index)..<Int(ends[index])], as: UTF8.self)
  }

  /// The last byte of a name's spelling.
  func lastByte(of name: RubyName) -> UInt8 { pool[Int(ends[Int(name.index)]) - 1] }

  private func start(of index: Int) -> Int { index == 0 ? 0 : Int(ends[index - 1]) }

  private func matches(_ index: Int, _ bytes: [UInt8], _ first: Int, _ end: Int) -> Bool {
    let start = start(of: index)
    guard Int(ends[index]) - start == end - first else { return false }
    for offset in 0..<(end - first) where pool[start + offset] != bytes[first + offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for (index, hash) in hashes.enumerated() {
      var slot = Int(hash ^ (hash >> 15)) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(index)
    }
  }
}

/// rpm's own store, `Packages.db` (rpm's lib/backend/ndb): pages of slots, each of which names a run of blocks.
enum NativeStore {
  private enum Magic {
    static let file = 0x506D_7052
    static let slot = 0x746F_6C53
    static let blob = 0x5362_6C42
  }
  private static let pageSize = 4096
  private static let slotSize = 16
  private static let blockSize = 16

  /// The headers of the installed packages.
  static func headers(_ bytes: [UInt8]) throws(DatabaseFault) -> [[UInt8]] {
    let bytes = DatabaseBytes(bytes)
    guard bytes.word(at: 0) == Magic.file else {
      throw DatabaseFault("it does not begin as a database of rpm")
    }
    guard bytes.word(at: 4) == 0, let pages = bytes.word(at: 12), pages * pageSize <= bytes.count else {
      throw DatabaseFault("it is of a version that is not read, or cut off")
    }
    var headers: [[UInt8]] = []
    var total = 0
    // The head of the file takes the place of two slots.
    for place in stride(from: 2 * slotSize, to: pages * pageSize, by: slotSize) {
      guard bytes.word(at: place) == Magic.slot, let number = bytes.word(at: place + 4) else {
        throw DatabaseFault("its list of packages is damaged")
      }
      if number == 0 { continue }
      guard let block = bytes.word(at: place + 8) else {
        throw DatabaseFault("its list of packages is damaged")
      }
      let start = block * blockSize
      guard bytes.word(at: start) == Magic.blob, bytes.word(at: start + 4) == number,
        let size = bytes.word(at: start + 12), let header = bytes.slice(start + 16, size)
      else { throw DatabaseFault("package \(number) of it is damaged") }
      total += size
      guard total <= bytes.count else { throw DatabaseFault("its packages lie over each other") }
      headers.append(Array(header))
    }
    return headers
  }
}

/// The store of older releases of rpm, `Packages`: a hash of Berkeley DB (dbinc/db_page.h of Berkeley DB 5), whose keys are
/// numbers and whose values are headers.
enum BerkeleyStore {
  private static let hashMagic = 0x0006_1561
  private static let pageHead = 26

  private enum PageType {
    static let hashUnsorted: UInt8 = 2
    static let overflow: UInt8 = 7
    static let hashMetadata: UInt8 = 8
    static let hash: UInt8 = 13
  }
  private enum ItemType {
    static let inline: UInt8 = 1
    static let overflow: UInt8 = 3
  }

  /// The headers of the installed packages.
  static func headers(_ bytes: [UInt8]) throws(DatabaseFault) -> [[UInt8]] {
    var bytes = DatabaseBytes(bytes)
    bytes.isBigEndian = bytes.word(at: 12) != hashMagic
    guard bytes.word(at: 12) == hashMagic, bytes.byte(at: 25) == PageType.hashMetadata else {
      throw DatabaseFault("it is no hash of Berkeley DB")
    }
    // Encrypted pages, and pages with checksums, are laid out otherwise; rpm makes neither.
    guard bytes.byte(at: 24) == 0, bytes.byte(at: 26).map({ $0 & 1 }) == 0, let size = bytes.word(at: 20),
      (512...65536).contains(size), let last = bytes.word(at: 32)
    else { throw DatabaseFault("its pages are of a kind that is not read") }
    var reading = Reading(bytes: bytes, pageSize: size)
    for page in 1...max(1, min(last, bytes.count / size)) { try reading.readPage(page) }
    return reading.headers
  }

  private struct Reading {
    let bytes: DatabaseBytes
    let pageSize: Int
    private(set) var headers: [[UInt8]] = []
    private var total = 0

    init(bytes: DatabaseBytes, pageSize: Int) {
      self.bytes = bytes
      self.pageSize = pageSize
    }

    /// Takes the headers of a page of the hash; other pages hold none.
    mutating func readPage(_ page: Int) throws(DatabaseFault) {
      let start = page * pageSize
      guard let type = bytes.byte(at: start + 25), [PageType.hash, PageType.hashUnsorted].contains(type),
        let count = bytes.half(at: start + 20)
      else { return }
      var end = pageSize
      for index in stride(from: 0, to: count - 1, by: 2) {
        guard let key = bytes.half(at: start + pageHead + 2 * index),
          let value = bytes.half(at: start + pageHead + 2 * index + 2), value < key, key < end,
          end <= pageSize
        else { throw DatabaseFault("page \(page) of it is damaged") }
        // The number 0 holds the highest number and no package.
        let isPackage = bytes.slice(start + key + 1, end - key - 1)?.contains { $0 != 0 } == true
        if isPackage { try take(start + value, until: start + key) }
        end = value
      }
    }

    private mutating func take(_ item: Int, until end: Int) throws(DatabaseFault) {
      var header: [UInt8] = []
      switch bytes.byte(at: item) {
      case ItemType.inline: header += bytes.slice(item + 1, end - item - 1) ?? []
      case ItemType.overflow:
        guard var page = bytes.word(at: item + 4), let size = bytes.word(at: item + 8), size <= bytes.count
        else {
          throw DatabaseFault("an item of it is damaged")
        }
        header.reserveCapacity(size)
        while header.count < size {
          let start = page * pageSize
          guard page != 0, bytes.byte(at: start + 25) == PageType.overflow,
            let next = bytes.word(at: start + 16), let length = bytes.half(at: start + 22), length > 0,
            length <= pageSize - pageHead, let part = bytes.slice(start + pageHead, length)
          else { throw DatabaseFault("page \(page) of it is damaged") }
          header += part
          page = next
        }
      default: throw DatabaseFault("an item of it is damaged")
      }
      total += header.count
      guard total <= bytes.count else { throw DatabaseFault("its items lie over each other") }
      headers.append(header)
    }
  }
}

import Matching

/// What rpm keeps of an installed package: an index of tags, and their data (rpm's "Package format", section Header).
struct RPMHeader {
  private let bytes: DatabaseBytes
  /// Where the data of the tags begins, and ends.
  private let data: Range<Int>
  private let count: Int

  private enum Tag: Int { case name = 1000, version, release, epoch, architecture = 1022 }
  private enum Kind: Int { case number = 4, text = 6 }
  private static let entrySize = 16

  /// nil where the bytes are no header.
  init?(_ bytes: [UInt8]) {
    var bytes = DatabaseBytes(bytes)
    bytes.isBigEndian = true
    guard let count = bytes.word(at: 0), let size = bytes.word(at: 4) else { return nil }
    let start = 8 + count * Self.entrySize
    guard bytes.slice(start, size) != nil else { return nil }
    (self.bytes, self.count, data) = (bytes, count, start..<start + size)
  }

  /// nil where it names no package.
  var package: PackageDatabase.Package? {
    guard let name = text(.name), let version = text(.version), let release = text(.release) else {
      return nil
    }
    let epoch = number(.epoch).map { "\($0):" } ?? ""
    return PackageDatabase.Package(
      name: name, version: PackageVersion("\(epoch)\(version)-\(release)", in: .rpm),
      architecture: text(.architecture) ?? "", leftover: nil)
  }

  /// Where the data of a tag begins.
  private func place(of tag: Tag, _ kind: Kind) -> Int? {
    for index in 0..<count {
      let entry = 8 + index * Self.entrySize
      guard bytes.word(at: entry) == tag.rawValue else { continue }
      guard bytes.word(at: entry + 4) == kind.rawValue, let offset = bytes.word(at: entry + 8),
        offset < data.count
      else { return nil }
      return data.lowerBound + offset
    }
    return nil
  }

  private func text(_ tag: Tag) -> String? {
    guard let place = place(of: tag, .text), let rest = bytes.slice(place, data.upperBound - place) else {
      return nil
    }
    return String(decoding: rest.prefix { $0 != 0 }, as: UTF8.self)
  }

  private func number(_ tag: Tag) -> Int? { place(of: tag, .number).flatMap(bytes.word) }
}

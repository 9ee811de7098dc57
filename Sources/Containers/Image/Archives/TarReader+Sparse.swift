/// Files with holes, which GNU tar packs where it is told to (`-S`).
extension TarReader {
  /// The starts and counts of the old GNU form: four in the header, the others in blocks behind it.
  mutating func oldMap(_ header: TarHeader) throws(ImageError) -> [Int] {
    guard header.isGNU else { throw fault("it holds an entry of the type `S` that is not of GNU's form") }
    guard var numbers = header.sparseNumbers else { throw mapFault }
    var goesOn = header.hasMoreSparseNumbers
    while goesOn {
      let further = TarHeader(try block())
      guard numbers.count <= 2 * SparseMap.limit, let more = further.furtherSparseNumbers else {
        throw mapFault
      }
      numbers += more
      goesOn = further.hasMoreFurtherSparseNumbers
    }
    return numbers
  }

  /// Where the data of a file with holes lies, whose content has begun; nil of a file without.
  mutating func map(
    _ header: TarHeader, _ old: [Int]?, _ records: SparseRecords?
  ) throws(ImageError) -> SparseMap? {
    if let old {
      guard let size = header.sparseSize else { throw mapFault }
      return try sound(SparseMap(old, size: size))
    }
    guard let records else { return nil }
    guard let isMapInContent = records.isMapInContent else {
      throw fault("it holds a file with holes in a form that is not known")
    }
    let numbers = isMapInContent ? try mapInContent() : records.numbers
    guard let size = records.size, let numbers else { throw mapFault }
    return try sound(SparseMap(numbers, size: size))
  }

  private mutating func mapInContent() throws(ImageError) -> [Int] {
    var lines = SparseLines()
    while !lines.isWhole {
      guard contentLeft >= TarHeader.blockSize, lines.take(try bytes(TarHeader.blockSize)) else {
        throw mapFault
      }
    }
    return Array(lines.numbers.dropFirst())
  }

  /// A map that speaks of just the bytes that the entry has.
  private func sound(_ map: SparseMap?) throws(ImageError) -> SparseMap {
    guard let map, map.size < 1 << 56, map.stored == contentLeft else { throw mapFault }
    return map
  }

  private var mapFault: ImageError { fault("it holds a file with holes whose map is wrong") }
}

extension TarHeader {
  /// Of the old GNU form of files with holes: the size of the whole file.
  var sparseSize: Int? { number(483..<495).flatMap { $0 >= 0 ? $0 : nil } }
  var sparseNumbers: [Int]? { numbers(from: 386, count: 4) }
  var hasMoreSparseNumbers: Bool { byte(482) != 0 }
  /// The same of a block behind the header.
  var furtherSparseNumbers: [Int]? { numbers(from: 0, count: 21) }
  var hasMoreFurtherSparseNumbers: Bool { byte(504) != 0 }

  /// Starts and counts up to an empty field; nil where one is no number.
  private func numbers(from start: Int, count: Int) -> [Int]? {
    var numbers: [Int] = []
    for place in stride(from: start, to: start + 24 * count, by: 24) where byte(place) != 0 {
      guard let offset = number(place..<place + 12), let length = number(place + 12..<place + 24) else {
        return nil
      }
      numbers += [offset, length]
    }
    return numbers
  }
}

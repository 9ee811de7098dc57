/// Where a file with holes has its data: the rest of it are zeros, which a tar leaves out.
package struct SparseMap: Sendable, Hashable {
  /// A run of the file's bytes that the tar holds.
  struct Piece: Sendable, Hashable {
    let start: Int
    let count: Int
    /// How many bytes of data stand before it in the tar.
    let stored: Int
    var end: Int { start + count }
  }

  /// The next bytes of a file.
  enum Stretch: Sendable, Hashable {
    case data(Int), hole(Int)

    var count: Int {
      switch self {
      case .data(let count), .hole(let count): count
      }
    }
  }

  /// Longer maps are taken for an attack.
  static let limit = 1 << 16

  /// In the order of the file; none of them is empty.
  let pieces: [Piece]
  /// Bytes of the whole file.
  let size: Int

  /// Takes the starts and counts of the pieces by turns; nil where they overlap, go back, or leave a file of that size.
  init?(_ numbers: [Int], size: Int) {
    guard numbers.count.isMultiple(of: 2), numbers.count <= 2 * Self.limit else { return nil }
    var pieces: [Piece] = []
    var (end, stored) = (0, 0)
    for place in stride(from: 0, to: numbers.count, by: 2) {
      let (start, count) = (numbers[place], numbers[place + 1])
      guard start >= end, start <= size, count >= 0, count <= size - start else { return nil }
      if count > 0 { pieces.append(Piece(start: start, count: count, stored: stored)) }
      end = start + count
      stored += count
    }
    self.pieces = pieces
    self.size = size
  }

  /// How many bytes of data there are.
  var stored: Int { pieces.last.map { $0.stored + $0.count } ?? 0 }

  /// The file from its beginning to its end.
  var stretches: [Stretch] {
    var stretches: [Stretch] = []
    var end = 0
    for piece in pieces {
      if piece.start > end { stretches.append(.hole(piece.start - end)) }
      stretches.append(.data(piece.count))
      end = piece.end
    }
    if size > end { stretches.append(.hole(size - end)) }
    return stretches
  }

  /// The pieces that have bytes in a range.
  func pieces(in range: Range<Int>) -> ArraySlice<Piece> {
    let first = index(after: range.lowerBound)
    return pieces[first...].prefix { $0.start < range.upperBound }
  }

  /// Where the next data lies at or behind a place; the end of the file where there is none.
  func data(from place: Int) -> Int {
    let next = index(after: place)
    return next < pieces.count ? max(place, pieces[next].start) : size
  }

  /// The first piece that ends behind a place.
  private func index(after place: Int) -> Int {
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].end <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension SparseMap {
  /// The map as one run of bytes: start and count of each piece.
  var bytes: [UInt8] {
    pieces.flatMap { piece in
      [piece.start, piece.count].flatMap { number in
        stride(from: 0, to: 64, by: 8).map { UInt8(truncatingIfNeeded: number >> $0) }
      }
    }
  }

  /// Reads a run of bytes; nil where it is no map of a file of that size.
  init?(bytes: some RandomAccessCollection<UInt8>, size: Int) {
    guard bytes.count.isMultiple(of: 16) else { return nil }
    var numbers: [Int] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      numbers.append(rest.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) })
      rest = rest.dropFirst(8)
    }
    self.init(numbers, size: size)
  }
}

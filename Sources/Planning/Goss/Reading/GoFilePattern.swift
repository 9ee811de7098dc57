/// A pattern of file names as Go's `filepath.Match` reads it.
struct GoFilePattern {
  /// Go's only word about a pattern that is none.
  struct Fault: Error {
    static let message = "syntax error in pattern"
  }

  private let pattern: ArraySlice<UInt8>
  private static let slash = UInt8(ascii: "/")

  init(_ pattern: String) { self.pattern = Array(pattern.utf8)[...] }

  /// Whether a text has a mark in it.
  static func hasMarks(_ text: some StringProtocol) -> Bool {
    text.utf8.contains { "*?[\\".utf8.contains($0) }
  }

  /// Whether a name fits. As with Go, a fault behind a `*` shows only where a name fits up to there.
  func matches(_ name: String) throws(Fault) -> Bool {
    var name = Array(name.utf8)[...]
    var rest = pattern
    while !rest.isEmpty {
      let (hasStar, chunk) = Self.takeChunk(&rest)
      if hasStar, chunk.isEmpty { return !name.contains(Self.slash) }
      guard let after = try Self.place(of: chunk, in: name, anywhere: hasStar, isLast: rest.isEmpty)
      else {
        return false
      }
      name = after
    }
    return name.isEmpty
  }

  /// What is left of a name behind the first place where a chunk fits.
  private static func place(
    of chunk: ArraySlice<UInt8>, in name: ArraySlice<UInt8>, anywhere: Bool, isLast: Bool
  ) throws(Fault) -> ArraySlice<UInt8>? {
    var name = name
    while true {
      if let rest = try fit(chunk, name), rest.isEmpty || !isLast { return rest }
      guard anywhere, let first = name.popFirst(), first != slash else { return nil }
    }
  }

  /// The marks up to the next `*`.
  private static func takeChunk(_ rest: inout ArraySlice<UInt8>) -> (
    hasStar: Bool, chunk: ArraySlice<UInt8>
  ) {
    let stars = rest.prefix { $0 == UInt8(ascii: "*") }
    rest = rest[stars.endIndex...]
    var isInSet = false
    var place = rest.startIndex
    scan: while place < rest.endIndex {
      switch rest[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "["): isInSet = true
      case UInt8(ascii: "]"): isInSet = false
      case UInt8(ascii: "*") where !isInSet: break scan
      default: break
      }
      place += 1
    }
    let chunk = rest[..<min(place, rest.endIndex)]
    rest = rest[chunk.endIndex...]
    return (!stars.isEmpty, chunk)
  }

  /// What is left of a name behind a chunk that fits its start; the whole chunk is read, whether it fits or not.
  private static func fit(
    _ chunk: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>
  ) throws(Fault) -> ArraySlice<UInt8>? {
    var (chunk, name) = (chunk, Optional(name))
    while let mark = chunk.popFirst() {
      if name?.isEmpty == true { name = nil }
      switch mark {
      case UInt8(ascii: "["):
        let scalar = name?.takeScalar()
        if try !takeSet(&chunk, holding: scalar ?? 0) { name = nil }
      case UInt8(ascii: "?"):
        if name?.first == slash { name = nil }
        _ = name?.takeScalar()
      default:
        var byte = mark
        if mark == UInt8(ascii: "\\") {
          guard let next = chunk.popFirst() else { throw Fault() }
          byte = next
        }
        if name?.popFirst() != byte { name = nil }
      }
    }
    return name
  }

  /// Reads a set behind its bracket, and tells whether it has a character.
  private static func takeSet(
    _ chunk: inout ArraySlice<UInt8>, holding scalar: UInt32
  ) throws(Fault) -> Bool {
    let isInverse = chunk.first == UInt8(ascii: "^")
    if isInverse { chunk.removeFirst() }
    var (isHeld, isFirst) = (false, true)
    while isFirst || chunk.first != UInt8(ascii: "]") {
      isFirst = false
      let low = try takeMember(&chunk)
      var high = low
      if chunk.first == UInt8(ascii: "-") {
        chunk.removeFirst()
        high = try takeMember(&chunk)
      }
      if low <= scalar, scalar <= high { isHeld = true }
    }
    chunk.removeFirst()
    return isHeld != isInverse
  }

  private static func takeMember(_ chunk: inout ArraySlice<UInt8>) throws(Fault) -> UInt32 {
    guard let first = chunk.first, first != UInt8(ascii: "-"), first != UInt8(ascii: "]") else {
      throw Fault()
    }
    if first == UInt8(ascii: "\\") { chunk.removeFirst() }
    guard let scalar = chunk.takeScalar(), !chunk.isEmpty else { throw Fault() }
    return scalar
  }
}

extension ArraySlice<UInt8> {
  /// Takes the first character of UTF-8, or one byte that begins none, as U+FFFD.
  fileprivate mutating func takeScalar() -> UInt32? {
    guard !isEmpty else { return nil }
    var decoder = UTF8()
    var bytes = makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&bytes) else {
      removeFirst()
      return 0xFFFD
    }
    removeFirst(UTF8.width(scalar))
    return scalar.value
  }
}

/// The bytes of a database file, read by place; what lies outside of them is nil.
struct DatabaseBytes {
  let bytes: [UInt8]
  /// Whether numbers begin with their highest byte.
  var isBigEndian = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var count: Int { bytes.count }

  func byte(at place: Int) -> UInt8? { bytes.indices.contains(place) ? bytes[place] : nil }
  func half(at place: Int) -> Int? { number(at: place, size: 2) }
  func word(at place: Int) -> Int? { number(at: place, size: 4) }

  func slice(_ place: Int, _ count: Int) -> ArraySlice<UInt8>? {
    guard place >= 0, count >= 0, place <= bytes.count, count <= bytes.count - place else { return nil }
    return bytes[place..<place + count]
  }

  private func number(at place: Int, size: Int) -> Int? {
    guard let part = slice(place, size) else { return nil }
    return isBigEndian
      ? part.reduce(0) { $0 << 8 | Int($1) } : part.reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

/// Why the bytes of a database cannot be read, in half a sentence.
struct DatabaseFault: Error {
  let message: String

  init(_ message: String) { self.message = message }
}

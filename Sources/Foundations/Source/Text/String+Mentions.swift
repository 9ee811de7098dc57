import Glibc

extension String {
  /// Whether another text stands in this one, byte by byte: many times faster than going by characters.
  package func mentions(_ part: String) -> Bool {
    var text = self
    return text.withUTF8 { $0.mentions(part) }
  }
}

extension [UInt8] {
  /// The first offset of a byte in a part of the text; the end of the part where it is not in it.
  package func offset(of byte: UInt8, from start: Int, below end: Int) -> Int {
    guard start < end else { return end }
    return withUnsafeBufferPointer { bytes in
      guard end <= bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + start, Int32(byte), end - start)
      else { return end }
      return base.distance(to: found.assumingMemoryBound(to: UInt8.self))
    }
  }

  /// Whether a text stands in these bytes.
  package func mentions(_ part: String) -> Bool {
    withUnsafeBufferPointer { $0.mentions(part) }
  }
}

extension ArraySlice<UInt8> {
  /// Whether a text stands in these bytes.
  package func mentions(_ part: String) -> Bool {
    withUnsafeBufferPointer { $0.mentions(part) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func mentions(_ part: String) -> Bool {
    var part = part
    return part.withUTF8 { part in
      guard let first = part.first, let start = part.baseAddress else { return true }
      guard var text = baseAddress else { return false }
      let end = text + count
      while end - text >= part.count, let hit = memchr(text, Int32(first), end - text - part.count + 1) {
        if memcmp(hit, start, part.count) == 0 { return true }
        text = UnsafePointer(hit.assumingMemoryBound(to: UInt8.self)) + 1
      }
      return false
    }
  }
}

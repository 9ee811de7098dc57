import Glibc

extension String {
  /// Whether another text stands in this one, byte by byte: many times faster than going by characters.
  package func mentions(_ part: String) -> Bool {
    var text = self
    return text.withUTF8 { $0.mentions(part) }
  }
}

extension [UInt8] {
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

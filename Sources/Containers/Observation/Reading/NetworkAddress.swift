/// An address of the internet protocol, of version 4 or 6.
package struct NetworkAddress: Sendable, Hashable, CustomStringConvertible {
  /// 4 or 16, in the order of the network.
  package let bytes: [UInt8]

  package init(bytes: [UInt8]) {
    precondition(bytes.count == 4 || bytes.count == 16, "an address has 4 or 16 bytes")
    self.bytes = bytes
  }

  /// Reads what `/proc/net` has: words of four bytes in the order of the machine, which is little-endian.
  init?(kernelHex text: some StringProtocol) {
    let digits = Array(text.utf8).compactMap { UInt8(hexDigit: $0) }
    guard digits.count == text.utf8.count, digits.count == 8 || digits.count == 32 else { return nil }
    let pairs = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    bytes = stride(from: 0, to: pairs.count, by: 4).flatMap { pairs[$0..<$0 + 4].reversed() }
  }

  /// Reads `127.0.0.1`, `::1` and `fe80::1`.
  package init?(_ text: some StringProtocol) {
    guard let bytes = text.contains(":") ? Self.long(text) : Self.short(text) else { return nil }
    self.bytes = bytes
  }

  package var isVersion4: Bool { bytes.count == 4 }

  /// One of version 4 in the form of version 6 (RFC 4291, 2.5.5.2) as the former.
  package var shortest: NetworkAddress {
    guard bytes.starts(with: [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]) else { return self }
    return NetworkAddress(bytes: Array(bytes.suffix(4)))
  }

  package var description: String {
    if isVersion4 { return bytes.map(String.init).joined(separator: ".") }
    let groups = stride(from: 0, to: 16, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
    guard let zeros = Self.longestZeros(in: groups) else { return Self.text(of: groups[...]) }
    return Self.text(of: groups[..<zeros.lowerBound]) + "::" + Self.text(of: groups[zeros.upperBound...])
  }

  private static func text(of groups: ArraySlice<UInt16>) -> String {
    groups.map { String($0, radix: 16) }.joined(separator: ":")
  }

  /// The run of zeros that is left out of the text (RFC 5952): the first of the longest, of two at least.
  private static func longestZeros(in groups: [UInt16]) -> Range<Int>? {
    var best: Range<Int>?
    var start = 0
    while start < groups.count {
      let end = groups[start...].firstIndex { $0 != 0 } ?? groups.count
      if end - start > max(1, best?.count ?? 0) { best = start..<end }
      start = end + 1
    }
    return best
  }

  private static func short(_ text: some StringProtocol) -> [UInt8]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let bytes = parts.compactMap { $0.count <= 3 ? UInt8($0) : nil }
    return parts.count == 4 && bytes.count == 4 ? bytes : nil
  }

  private static func long(_ text: some StringProtocol) -> [UInt8]? {
    let text = text.prefix { $0 != "%" }
    guard let gap = text.firstRange(of: "::") else {
      return groups(text).flatMap { $0.count == 16 ? $0 : nil }
    }
    guard let head = groups(text[..<gap.lowerBound]), let tail = groups(text[gap.upperBound...]),
      head.count + tail.count < 16
    else { return nil }
    return head + [UInt8](repeating: 0, count: 16 - head.count - tail.count) + tail
  }

  private static func groups(_ text: some StringProtocol) -> [UInt8]? {
    if text.isEmpty { return [] }
    var bytes: [UInt8] = []
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index == parts.count - 1, part.contains("."), let four = short(part) {
        bytes += four
      } else if part.count <= 4, let group = UInt16(part, radix: 16) {
        bytes += [UInt8(group >> 8), UInt8(group & 0xFF)]
      } else {
        return nil
      }
    }
    return bytes
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit.
  fileprivate init?(hexDigit: UInt8) {
    switch hexDigit {
    case 0x30...0x39: self = hexDigit - 0x30
    case 0x41...0x46: self = hexDigit - 0x37
    case 0x61...0x66: self = hexDigit - 0x57
    default: return nil
    }
  }
}

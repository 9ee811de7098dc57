/// A set of bytes as brackets in a pattern write it: `[a-z_]`, `[!0-9]`, `[[:alpha:]]`.
struct ByteSet: Sendable, Hashable {
  private var ranges: [ClosedRange<UInt8>] = []
  private var isNegated = false

  /// Reads a set whose opening bracket lies before `index`, and moves the index behind the closing one; nil without one.
  init?(_ pattern: [UInt8], after index: inout Int) {
    var next = index
    if next < pattern.count, pattern[next] == UInt8(ascii: "!") || pattern[next] == UInt8(ascii: "^") {
      isNegated = true
      next += 1
    }
    let first = next
    while next < pattern.count {
      // A closing bracket in first place is a member.
      if pattern[next] == UInt8(ascii: "]"), next > first {
        index = next + 1
        return
      }
      if let end = readClass(pattern, at: next) { next = end } else { readRange(pattern, at: &next) }
    }
    return nil
  }

  func contains(_ byte: UInt8) -> Bool { ranges.contains { $0.contains(byte) } != isNegated }

  private mutating func readRange(_ pattern: [UInt8], at next: inout Int) {
    func byte() -> UInt8 {
      if pattern[next] == UInt8(ascii: "\\"), next + 1 < pattern.count { next += 1 }
      next += 1
      return pattern[next - 1]
    }
    let low = byte()
    guard next + 1 < pattern.count, pattern[next] == UInt8(ascii: "-"), pattern[next + 1] != UInt8(ascii: "]")
    else {
      ranges.append(low...low)
      return
    }
    next += 1
    let high = byte()
    if low <= high { ranges.append(low...high) }
  }

  /// Reads `[:name:]`; answers where it ends.
  private mutating func readClass(_ pattern: [UInt8], at start: Int) -> Int? {
    guard pattern[start...].starts(with: "[:".utf8) else { return nil }
    var end = start + 2
    while end + 1 < pattern.count, !pattern[end...].starts(with: ":]".utf8) { end += 1 }
    guard end + 1 < pattern.count else { return nil }
    let name = String(decoding: pattern[(start + 2)..<end], as: UTF8.self)
    guard let members = Self.classes[name] else { return nil }
    ranges += members
    return end + 2
  }

  private static let digits: ClosedRange<UInt8> = 0x30...0x39
  private static let upper: ClosedRange<UInt8> = 0x41...0x5A
  private static let lower: ClosedRange<UInt8> = 0x61...0x7A

  private static let classes: [String: [ClosedRange<UInt8>]] = [
    "alnum": [digits, upper, lower], "alpha": [upper, lower], "digit": [digits], "upper": [upper],
    "lower": [lower], "xdigit": [digits, 0x41...0x46, 0x61...0x66], "space": [0x20...0x20, 0x09...0x0D],
    "blank": [0x20...0x20, 0x09...0x09], "punct": [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E],
  ]
}

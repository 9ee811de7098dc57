/// A version of a Debian package (Debian Policy 5.6.12): `[epoch:]upstream[-revision]`.
struct DebianVersion {
  let epoch: Int?
  let upstream: [UInt8]
  let revision: [UInt8]?

  init(_ text: String) {
    var rest = Array(text.utf8)[...]
    if let colon = rest.firstIndex(of: UInt8(ascii: ":")),
      let epoch = Int(String(decoding: rest[..<colon], as: UTF8.self))
    {
      self.epoch = epoch
      rest = rest[(colon + 1)...]
    } else {
      epoch = nil
    }
    if let dash = rest.lastIndex(of: UInt8(ascii: "-")) {
      upstream = Array(rest[..<dash])
      revision = Array(rest[(dash + 1)...])
    } else {
      upstream = Array(rest)
      revision = nil
    }
  }

  /// The order; epoch and revision count only where `wanted` has them.
  func order(against wanted: DebianVersion) -> Int {
    if let wantedEpoch = wanted.epoch, wantedEpoch != epoch ?? 0 {
      return (epoch ?? 0) < wantedEpoch ? -1 : 1
    }
    let byUpstream = Self.order(upstream, wanted.upstream)
    guard byUpstream == 0, let wantedRevision = wanted.revision else { return byUpstream }
    return Self.order(revision ?? [], wantedRevision)
  }

  /// Debian's comparison of parts: runs of other characters and runs of digits in turn.
  private static func order(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var a = a[...]
    var b = b[...]
    while !a.isEmpty || !b.isEmpty {
      while let left = first(other: a, b) {
        if left != 0 { return left }
        a = a.dropFirst()
        b = b.dropFirst()
      }
      let byNumber = order(digits: &a, &b)
      if byNumber != 0 { return byNumber }
    }
    return 0
  }

  /// How the next characters compare, as long as one of them is no digit; nil when both runs of them are over.
  private static func first(other a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Int? {
    let (left, right) = (weight(a.first), weight(b.first))
    return left == 0 && right == 0 ? nil : left - right
  }

  /// `~` comes before the end, letters before everything else; digits weigh as the end does.
  private static func weight(_ byte: UInt8?) -> Int {
    switch byte {
    case nil, (0x30...0x39)?: 0
    case UInt8(ascii: "~")?: -1
    case (0x41...0x5A)?, (0x61...0x7A)?: Int(byte ?? 0)
    case let byte?: Int(byte) + 256
    }
  }

  private static func order(digits a: inout ArraySlice<UInt8>, _ b: inout ArraySlice<UInt8>) -> Int {
    let left = number(&a)
    let right = number(&b)
    if left.count != right.count { return left.count - right.count }
    if left == right { return 0 }
    return left.lexicographicallyPrecedes(right) ? -1 : 1
  }

  /// Takes a run of digits off the front; leading zeros do not count.
  private static func number(_ text: inout ArraySlice<UInt8>) -> [UInt8] {
    let digits = text.prefix { (0x30...0x39).contains($0) }
    text = text.dropFirst(digits.count)
    return Array(digits.drop { $0 == 0x30 })
  }
}

/// A version with an `x` in it, as blang/semver fills it in: `1.x`, `1.2.x`; `1.x.x` stands for `1.0.x`.
struct GossWildcard {
  /// The version with zeros for what is left open.
  let low: String
  /// The first version beyond; nil where the last part is no `x`.
  let high: String?

  init(_ version: String) {
    let parts = Self.parts(of: version)
    low = Self.filled(version)
    let place = parts.count - 2
    guard parts.last == "x", (0...1).contains(place) else {
      high = nil
      return
    }
    var numbers = Self.parts(of: low)
    guard numbers.indices.contains(place), let number = Int(numbers[place]) else {
      high = nil
      return
    }
    numbers[place] = String(number &+ 1)
    high = numbers.joined(separator: ".")
  }

  private static func parts(of version: String) -> [String] {
    version.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// The first `.x.x` is one `.x`, the first `.x` a zero; where two numbers are left, a zero follows.
  private static func filled(_ version: String) -> String {
    var bytes = Array(version.utf8)
    if let place = bytes.firstRange(of: Array(".x.x".utf8)) {
      bytes.removeSubrange(place.lowerBound..<place.lowerBound + 2)
    }
    if let place = bytes.firstRange(of: Array(".x".utf8)) {
      bytes.replaceSubrange(place.lowerBound..<place.lowerBound + 2, with: Array(".0".utf8))
    }
    let filled = String(decoding: bytes, as: UTF8.self)
    return parts(of: filled).count == 2 ? filled + ".0" : filled
  }
}

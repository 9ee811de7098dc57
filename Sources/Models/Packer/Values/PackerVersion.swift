/// A version of Packer as `min_packer_version` gives it: numbers, then perhaps a pre-release.
package struct PackerVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let numbers: [Int]
  package let prerelease: String

  /// The version whose validation is reproduced.
  package static let reference = PackerVersion(numbers: [1, 6, 6], prerelease: "")

  /// The first release without any plugin that has a release of its own.
  package static let pluginsApart = PackerVersion(numbers: [1, 10, 0], prerelease: "")

  /// Whether this version has what came after 1.6.6 with a release of a plugin; nil where that cannot be told, since
  /// plugins are installed by themselves.
  package func includes(_ release: String, of plugin: String?) -> Bool? {
    if self <= .reference { return false }
    guard plugin == "hashicorp/packer", let first = PackerVersion(release) else { return nil }
    return first <= self
  }

  init(numbers: [Int], prerelease: String) {
    self.numbers = numbers
    self.prerelease = prerelease
  }

  /// Reads `1.6.6`, `v1.7`, `1.8.0-beta1`; nil where it is none, such as `>= 1.6`.
  package init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    if rest.first == UInt8(ascii: "v") { rest.removeFirst() }
    if let plus = rest.firstIndex(of: UInt8(ascii: "+")) {
      guard Self.isSuffix(rest[(plus + 1)...]) else { return nil }
      rest = rest[..<plus]
    }
    let core = rest.prefix { Self.isDigit($0) || $0 == UInt8(ascii: ".") }
    let parts = core.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    guard !numbers.isEmpty, numbers.count == parts.count else { return nil }
    var suffix = rest[core.endIndex...]
    if suffix.first == UInt8(ascii: "-") {
      suffix = suffix.count > 1 ? suffix.dropFirst() : suffix
      guard Self.isSuffix(suffix) else { return nil }
    } else if !suffix.isEmpty, !Self.isSuffix(suffix) {
      return nil
    }
    self.numbers = numbers
    prerelease = String(decoding: suffix, as: UTF8.self)
  }

  package var description: String {
    numbers.map(String.init).joined(separator: ".") + (prerelease.isEmpty ? "" : "-" + prerelease)
  }

  package static func < (a: PackerVersion, b: PackerVersion) -> Bool {
    let count = max(a.numbers.count, b.numbers.count)
    for index in 0..<count {
      let left = index < a.numbers.count ? a.numbers[index] : 0
      let right = index < b.numbers.count ? b.numbers[index] : 0
      if left != right { return left < right }
    }
    // A pre-release comes before its release.
    if a.prerelease.isEmpty != b.prerelease.isEmpty { return !a.prerelease.isEmpty }
    return a.prerelease < b.prerelease
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30 <= byte && byte <= 0x39 }

  /// Letters, digits, dots, minuses and tildes, at least one.
  private static func isSuffix(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty
      && bytes.allSatisfy { byte in
        isDigit(byte) || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte || byte == UInt8(ascii: ".")
          || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "~")
      }
  }
}

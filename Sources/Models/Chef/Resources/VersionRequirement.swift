/// One constraint on a version, as `provides … platform_version:` and `chef_version` write it: `>= 8`, `~> 3.2`.
struct VersionRequirement: Sendable {
  private let sign: String
  private let parts: [Int]

  init(_ text: String) {
    let sign = text.prefix { "<>=~!".contains($0) }
    self.sign = String(sign)
    parts = Self.parts(text.dropFirst(sign.count))
  }

  func isMet(by version: String) -> Bool {
    let other = Self.parts(version[...])
    let order = Self.compare(other, parts)
    switch sign {
    case "<": return order < 0
    case "<=": return order <= 0
    case ">": return order > 0
    case ">=": return order >= 0
    case "!=": return order != 0
    case "~>":
      let prefix = parts.dropLast(parts.count > 1 ? 1 : 0)
      return order >= 0 && other.prefix(prefix.count).elementsEqual(prefix)
    default: return order == 0
    }
  }

  private static func parts(_ text: Substring) -> [Int] {
    text.filter { $0 != " " }.split(separator: ".").map { part in Int(part.prefix { $0.isNumber }) ?? 0 }
  }

  private static func compare(_ a: [Int], _ b: [Int]) -> Int {
    for index in 0..<max(a.count, b.count) {
      let (x, y) = (index < a.count ? a[index] : 0, index < b.count ? b[index] : 0)
      if x != y { return x < y ? -1 : 1 }
    }
    return 0
  }
}

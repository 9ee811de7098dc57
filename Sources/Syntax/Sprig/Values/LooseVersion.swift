import Matching

/// A version as Masterminds/semver reads it: a leading `v` and missing numbers are accepted.
struct LooseVersion {
  let semantic: SemanticVersion
  let build: String
  /// How many numbers are written; what is missing, or a wildcard, stands for any.
  let written: Int

  var numbers: [Int] { semantic.numbers }
  var prerelease: [String] { semantic.prerelease }

  /// All three numbers, and what stands behind them.
  var text: String {
    numbers.prefix(3).map(String.init).joined(separator: ".")
      + (prerelease.isEmpty ? "" : "-" + prerelease.joined(separator: "."))
      + (build.isEmpty ? "" : "+" + build)
  }

  init?(_ text: String) {
    guard let semantic = SemanticVersion(text) else { return nil }
    self.semantic = semantic
    build = text.firstIndex(of: "+").map { String(text[text.index(after: $0)...]) } ?? ""
    written = text.prefix { $0 != "-" && $0 != "+" }.split(separator: ".").count
  }

  /// A version of a range: `*`, `1.x`.
  init?(pattern text: String) {
    let head = text.prefix { $0 != "-" && $0 != "+" }.split(separator: ".", omittingEmptySubsequences: false)
    let wildcards: Set<Substring> = ["x", "X", "*"]
    guard let place = head.firstIndex(where: { wildcards.contains($0) }) else {
      self.init(text)
      return
    }
    guard let semantic = SemanticVersion(place == 0 ? "0" : head[..<place].joined(separator: ".")) else {
      return nil
    }
    self.init(semantic: semantic, written: place)
  }

  private init(semantic: SemanticVersion, written: Int) {
    self.semantic = semantic
    self.written = written
    build = ""
  }

  func order(against other: LooseVersion) -> Int { semantic.order(against: other.semantic) }

  /// Whether the first numbers are those of another version.
  func agrees(with other: LooseVersion, upTo count: Int) -> Bool {
    numbers.prefix(count).elementsEqual(other.numbers.prefix(count))
  }
}

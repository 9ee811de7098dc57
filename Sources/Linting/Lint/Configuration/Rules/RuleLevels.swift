package import Diagnostics
import Source

/// What `ignore` and `rules` say together, for all files or for those of some paths.
package struct RuleLevels: Sendable, Hashable {
  /// What rules are set to.
  package enum Level: Sendable, Hashable {
    case severity(Severity)
    case off
  }

  /// An entry of `rules`.
  package struct Setting: Sendable, Hashable {
    package let selector: RuleSelector
    package let level: Level

    package init(_ selector: RuleSelector, _ level: Level) {
      self.selector = selector
      self.level = level
    }
  }

  package var ignore: [RuleSelector] = []
  package var rules: [Setting] = []

  package init() {}

  /// Whether nothing is said of any rule.
  var isEmpty: Bool { ignore.isEmpty && rules.isEmpty }

  /// What is said of a rule most exactly, and where; of equally exact words `ignore` counts.
  func level(of rule: RuleFacts) -> (level: Level, exactness: Int, location: Location)? {
    let ignored = ignore.best(for: rule)
    let set = rules.map { ($0, $0.selector.exactness(for: rule)) }.filter { $0.1 > 0 }.max { $0.1 < $1.1 }
    if let ignored, ignored.exactness >= set?.1 ?? 0 {
      return (.off, ignored.exactness, ignored.selector.location)
    }
    return set.map { ($0.0.level, $0.1, $0.0.selector.location) }
  }
}

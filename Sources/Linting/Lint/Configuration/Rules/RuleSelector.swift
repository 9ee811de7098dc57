package import Diagnostics
package import Source

/// A word of the configuration that means rules: an id, a family (`packer/*`) or a tag.
package struct RuleSelector: Sendable, Hashable {
  package enum Meaning: Sendable, Hashable {
    case rule(RuleID)
    case family(String)
    case tag(String)
  }

  package let meaning: Meaning
  /// Where it stands.
  package let location: Location

  package init(_ meaning: Meaning, at location: Location) {
    self.meaning = meaning
    self.location = location
  }

  /// The word as it is written.
  package var word: String {
    switch meaning {
    case .rule(let id): id.name
    case .family(let family): family + "/*"
    case .tag(let tag): tag
    }
  }

  /// How exactly the word means a rule: 3 by its id, 2 by its family, 1 by a tag, 0 not at all.
  func exactness(for rule: RuleFacts) -> Int {
    switch meaning {
    case .rule(let id): id == rule.id ? 3 : 0
    case .family(let family): rule.id.name.hasPrefix(family + "/") ? 2 : 0
    case .tag(let tag): rule.tags.contains(tag) ? 1 : 0
    }
  }
}

extension [RuleSelector] {
  /// The word that means a rule most exactly; nil where none does.
  func best(for rule: RuleFacts) -> (selector: RuleSelector, exactness: Int)? {
    let matching = map { ($0, $0.exactness(for: rule)) }.filter { $0.1 > 0 }
    return matching.max { $0.1 < $1.1 }.map { (selector: $0.0, exactness: $0.1) }
  }
}

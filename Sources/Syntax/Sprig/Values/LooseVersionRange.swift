/// A range of versions as Masterminds/semver reads it: `>=1.2, <2 || ~3.1 || ^4 || 5.x || 6.0 - 7`.
///
/// A version before its release is in no range that does not name such a version.
struct LooseVersionRange {
  private struct Term {
    let mark: String
    let version: LooseVersion
  }

  private let alternatives: [[Term]]

  init?(_ text: String) {
    var alternatives: [[Term]] = []
    for part in Cutting.split(text, at: "||") {
      guard let terms = Self.terms(of: part), !terms.isEmpty else { return nil }
      alternatives.append(terms)
    }
    self.alternatives = alternatives
  }

  func contains(_ version: LooseVersion) -> Bool {
    alternatives.contains { $0.allSatisfy { Self.holds($0, version) } }
  }

  private static func terms(of part: String) -> [Term]? {
    let words = part.split { $0 == " " || $0 == "," || $0 == "\t" }.map(String.init)
    var terms: [Term] = []
    var index = 0
    while index < words.count {
      if index + 2 < words.count, words[index + 1] == "-" {
        guard let low = LooseVersion(pattern: words[index]),
          let high = LooseVersion(pattern: words[index + 2])
        else { return nil }
        terms += [Term(mark: ">=", version: low), Term(mark: "<=", version: high)]
        index += 3
        continue
      }
      let marks = Set("=!<>~^")
      let mark = String(words[index].prefix { marks.contains($0) })
      var version = String(words[index].dropFirst(mark.count))
      if version.isEmpty, index + 1 < words.count {
        index += 1
        version = words[index]
      }
      guard Self.marks.contains(mark), let read = LooseVersion(pattern: version) else { return nil }
      terms.append(Term(mark: mark, version: read))
      index += 1
    }
    return terms
  }

  private static let marks: Set<String> = ["", "=", "!=", ">", "<", ">=", "=>", "<=", "=<", "~", "~>", "^"]

  private static func holds(_ term: Term, _ version: LooseVersion) -> Bool {
    let bound = term.version
    if !version.prerelease.isEmpty, bound.prerelease.isEmpty { return term.mark == "!=" }
    let order = version.order(against: bound)
    let agrees = version.agrees(with: bound, upTo: bound.written)
    let isPart = bound.written < 3
    switch term.mark {
    case "", "=": return isPart ? agrees : order == 0
    case "!=": return isPart ? !agrees : order != 0
    case ">": return isPart ? order > 0 && !agrees : order > 0
    case "<": return order < 0
    case ">=", "=>": return order >= 0
    case "<=", "=<": return order <= 0 || isPart && agrees
    case "^":
      return bound.written == 0 || order >= 0 && version.agrees(with: bound, upTo: firstNumber(of: bound))
    default:
      return bound.written == 0
        || order >= 0 && version.agrees(with: bound, upTo: min(bound.written, 2))
    }
  }

  /// How many numbers `^` holds fast: up to the first that is not zero.
  private static func firstNumber(of bound: LooseVersion) -> Int {
    let place = bound.numbers.prefix(bound.written).firstIndex { $0 != 0 }
    return min((place ?? bound.written - 1) + 1, bound.written)
  }
}

import Diagnostics
import Expectation
import Lint
import Matching
import Prediction
import Source

/// Finds assertions that a prediction shows not to come true.
struct Contradiction {
  let place: Location
  let message: String
  let fact: Prediction.Fact

  /// What contradicts a check, in one build.
  static func all(in check: Check, of spec: AssertedSpec, by prediction: Prediction) -> [Contradiction] {
    if check.skip != nil { return [] }
    let presence: String? =
      switch check.target {
      case .image, .command, .files, .secrets, .waste, .drift, .running: nil
      case .package: "installed"
      case .file, .user, .group: "exists"
      }
    if let presence, let fact = prediction.fact(of: check.target, presence) {
      let asked = check.expectations.first { $0.property == presence }
      let wantsAbsence = asked?.matcher.result(for: .bool(false)).isMatched ?? false
      let isThere = fact.value == .bool(true)
      if isThere == wantsAbsence {
        guard asked.map({ $0.matcher.result(for: fact.value).isMatched }) != true,
          let place = asked.flatMap({ spec.place(of: $0, in: check) }) ?? spec.place(of: check)
        else { return [] }
        let state = presence == "installed" ? "installed" : "there"
        return [
          Contradiction(
            place: place, message: "`\(check.name)` will \(isThere ? "" : "not ")be \(state)", fact: fact)
        ]
      }
      if !isThere { return [] }
    }
    return check.expectations.compactMap { expectation in
      guard expectation.property != presence,
        let fact = prediction.fact(of: check.target, expectation.property),
        let place = spec.place(of: expectation, in: check)
      else { return nil }
      let result = expectation.matcher.result(for: fact.value)
      guard result.verdict == .unmatched else { return nil }
      // A link to what is written may be there.
      if expectation.property == "type", expectation.matcher.result(for: .text("symlink")).isMatched {
        return nil
      }
      return Contradiction(
        place: spec.isOwn ? result.location : place,
        message: "`\(expectation.property)` will not be as asserted: it \(result.sentence)",
        fact: fact)
    }
  }

  /// Reports what contradicts the checks of some targets, each once, with the builds where not all are concerned.
  static func report(
    _ spec: LintedSpec, against predictions: [Prediction], where isConcerned: (Target) -> Bool,
    _ findings: inout Findings
  ) {
    let asserted = AssertedSpec(spec)
    for check in asserted.checks where isConcerned(check.target) {
      var found: [(first: Contradiction, builds: [String])] = []
      for prediction in predictions {
        for contradiction in all(in: check, of: asserted, by: prediction) {
          if let index = found.firstIndex(where: { $0.first.place == contradiction.place }) {
            found[index].builds.append(prediction.build)
          } else {
            found.append((contradiction, [prediction.build]))
          }
        }
      }
      for (first, builds) in found {
        let isOfAll = builds.count == predictions.count
        findings.add(
          first.message + (isOfAll ? "" : Wording.builds(builds)), at: first.place,
          help: "change the one that is wrong", labels: [Label(first.fact.words, at: first.fact.origin)],
          chain: check.includes.map { ChainLink("included here", at: $0) })
      }
    }
  }
}

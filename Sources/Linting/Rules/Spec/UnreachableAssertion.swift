package import Diagnostics
import Expectation
package import Lint

/// Reports assertions that are never judged.
package struct UnreachableAssertion: SpecRule {
  package static let id: RuleID = "spec/unreachable-assertion"

  package init() {}

  package func check(_ spec: LintedSpec, _ findings: inout Findings) {
    let things = Dictionary(grouping: spec.claims) { $0.thing }
    for (_, claims) in things.sorted(by: { $0.key < $1.key }) {
      if let absence = claims.first(where: { $0.deniesPresence || $0.deniesLife }) {
        for claim in claims where claim.needsPresence(in: spec.dialect) {
          findings.add(
            "`\(claim.word)` is never judged: `\(claim.subject.shown)` must not be there", at: claim.place,
            help: "take it out, or the other", labels: [Label("this says so", at: absence.place)])
        }
      }
      // Ours wants a reason; goss's word gives none.
      if spec.dialect == .goss, let skip = claims.first(where: { $0.property == "skip" && $0.flag == true }) {
        findings.add(
          "nothing that is asserted of `\(skip.subject.shown)` is ever judged", at: skip.place,
          help: "take the resource out, or `skip`")
      }
    }
  }
}

extension SpecClaim {
  /// Whether it says that the running image must not have the thing.
  fileprivate var deniesLife: Bool {
    switch (subject.section, property) {
    case ("ports", "listening"), ("processes", "running"), ("dns", "resolvable"), ("addresses", "reachable"):
      flag == false
    default: false
    }
  }

  /// Whether it asserts something that only what is there can have.
  fileprivate func needsPresence(in dialect: Outcome.Dialect) -> Bool {
    if isSetting || deniesPresence || deniesLife || property == "exists" { return false }
    // How many files fit is asserted of the pattern.
    if property == "count", subject.section != "processes" { return false }
    return dialect != .ovenproof || SpecWords.isProperty(word, in: subject.section)
  }
}

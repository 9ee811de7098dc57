import DataSyntax
package import Diagnostics
package import Lint

/// Reports what a spec says twice.
package struct DuplicateAssertion: SpecRule {
  package static let id: RuleID = "spec/duplicate-assertion"

  package init() {}

  private struct Key: Hashable {
    let subject: SpecClaim.Subject
    let property: String
    let value: [UInt8]
  }

  package func check(_ spec: LintedSpec, _ findings: inout Findings) {
    var first: [Key: SpecClaim] = [:]
    for claim in spec.claims where !["title", "skip", "meta", "name"].contains(claim.property) {
      let key = Key(
        subject: claim.subject, property: claim.property, value: JSONText(claim.value).compact)
      guard let earlier = first[key] else {
        first[key] = claim
        continue
      }
      // Of two commands alike all is alike; the first word says it.
      if claim.subject.section == "commands", claim.property != "command", claim.property != "exit-status" {
        continue
      }
      findings.add(
        "`\(claim.word)` of `\(claim.subject.shown)` is asserted a second time", at: claim.place,
        help: "take one of them out", labels: [Label("the first stands here", at: earlier.place)])
    }
  }
}

extension SpecClaim.Subject {
  /// What it is called in a sentence.
  var shown: String { name.isEmpty ? section : name }
}

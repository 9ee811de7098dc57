import DataSyntax
package import Diagnostics
import Expectation
package import Lint
import Source

/// Reports assertions that hold of every image.
package struct VacuousAssertion: SpecRule {
  package static let id: RuleID = "spec/vacuous-assertion"

  package init() {}

  package func check(_ spec: LintedSpec, _ findings: inout Findings) {
    for claim in spec.claims {
      if spec.dialect == .cst {
        check(structureTest: claim, &findings)
      } else if let found = VacuousMatcher.find(in: claim.value, of: claim.property) {
        report(claim, found.reason, at: found.node.written, &findings)
      }
    }
    for check in spec.checks { checkExceptions(of: check, in: spec, &findings) }
  }

  private func checkExceptions(of check: Check, in spec: LintedSpec, _ findings: inout Findings) {
    guard case .files(let glob) = check.target, glob.isLeftOut, check.origin.file == spec.source.id else {
      return
    }
    findings.add(
      "`except` leaves nothing of `\(check.name)`", at: check.origin,
      help: "name what is to be left out, and no more")
  }

  private func report(_ claim: SpecClaim, _ reason: String, at place: Location, _ findings: inout Findings) {
    findings.add(
      "`\(claim.word)` asserts nothing: \(reason)", at: place,
      help: "write what is expected, or take it out; that there is nothing is `{have-len: 0}`")
  }

  private static let patterns: Set<String> = ["expectedOutput", "expectedError", "expectedContents"]

  private func check(structureTest claim: SpecClaim, _ findings: inout Findings) {
    for item in claim.value.items {
      let text = item.string ?? ""
      if Self.patterns.contains(claim.word), VacuousMatcher.matchesAll(text) {
        findings.add(
          "`\(claim.word)` asserts nothing: `\(text)` is found in every text", at: item.written,
          help: "write what is expected, or take it out")
      }
      // Ports are compared without their protocol.
      if claim.word == "unexposedPorts", text.contains("/") {
        findings.add(
          "container-structure-test never finds `\(text)`, so that this holds of every image",
          at: item.written,
          help: "write the port alone: `\(text.prefix { $0 != "/" })`")
      }
    }
  }
}

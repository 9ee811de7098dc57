import DataSyntax
package import Diagnostics
import Expectation
package import Lint
import Source

/// Reports assertions that hold of no image.
package struct ImpossibleAssertion: SpecRule {
  package static let id: RuleID = "spec/impossible-assertion"

  package init() {}

  package func check(_ spec: LintedSpec, _ findings: inout Findings) {
    for claim in spec.claims where !claim.isSetting {
      if let (place, message, help) = fault(of: claim, in: spec.dialect) {
        findings.add(message, at: place, help: help)
      }
    }
  }

  private typealias Fault = (place: Location, message: String, help: String)

  private func fault(of claim: SpecClaim, in dialect: Outcome.Dialect) -> Fault? {
    switch (dialect, claim.property) {
    case (.goss, "mode"): gossMode(claim)
    case (.goss, "exists") where claim.subject.section == "mount" && claim.flag == false:
      (
        claim.value.location,
        "goss fails for a mount point that is not there, so that this never holds there",
        "`command: mountpoint …` can tell it"
      )
    case (.cst, "mode"): permissions(claim)
    case (.cst, "exposedPorts"): port(claim)
    case (.cst, _): number(claim, in: dialect)
    default: number(claim, in: dialect) ?? share(claim) ?? slashes(claim) ?? choice(claim)
    }
  }

  /// goss compares texts of four digits; a number without quotes is compared as one.
  private func gossMode(_ claim: SpecClaim) -> Fault? {
    guard claim.value.isScalar, let text = claim.value.string, let mode = FileMode(text) else { return nil }
    if claim.value.kind == .string, !claim.value.isPlain {
      guard text != mode.octal else { return nil }
      return (
        claim.value.location, "goss has modes of four digits: `\(text)` is none", "write `\"\(mode.octal)\"`"
      )
    }
    guard text.hasPrefix("0") else { return nil }
    return (
      claim.value.location, "goss takes `\(text)` for the number \(mode.bits), which is no mode's",
      "put it in quotes: `\"\(mode.octal)\"`"
    )
  }

  /// The original has a form of its own for modes.
  private func permissions(_ claim: SpecClaim) -> Fault? {
    guard let text = claim.value.string, !text.isEmpty else { return nil }
    let isOctal = text.utf8.count < 9 && FileMode(text) != nil
    let isListed = text.utf8.count == 10 && text.utf8.dropFirst().contains { "sStT".utf8.contains($0) }
    guard isOctal || isListed else { return nil }
    return (
      claim.value.location,
      "container-structure-test never finds the permissions `\(text)`: Ovenproof alone does",
      "it has them as `-rw-r--r--`, and setuid as a `u` in front: `urwxr-xr-x`"
    )
  }

  private func port(_ claim: SpecClaim) -> Fault? {
    guard let item = claim.value.items.first(where: { $0.string?.contains("/") ?? false }),
      let text = item.string
    else { return nil }
    return (
      item.written,
      "container-structure-test never finds `\(text)`: it compares ports without their protocol",
      "write `\(text.prefix { $0 != "/" })`"
    )
  }

  /// Numbers that no image has, or that do not fit each other.
  private func number(_ claim: SpecClaim, in dialect: Outcome.Dialect) -> Fault? {
    guard let (possible, words) = WholeNumbers.ofProperty(claim.property, in: dialect) else { return nil }
    var (left, any) = (possible, WholeNumbers.all)
    guard let part = left.narrow(by: claim.value) else { return nil }
    let message = any.narrow(by: claim.value) == nil ? words : "no number is all that `\(claim.word)` must be"
    return (part.location, message, "write what is expected")
  }

  private static let shares: [String: ClosedRange<Double>] = ["score": 0...1, "wasted-percent": 0...100]

  /// A part of a whole that is less than nothing or more than all.
  private func share(_ claim: SpecClaim) -> Fault? {
    let entry = claim.value.entries.first
    guard let range = Self.shares[claim.property], claim.value.entries.count < 2,
      let number = Double((entry?.value ?? claim.value).string ?? "")
    else { return nil }
    let isPossible =
      switch entry?.key.string {
      case "gt": number < range.upperBound
      case "ge": number <= range.upperBound
      case "lt": number > range.lowerBound
      case "le": number >= range.lowerBound
      case nil, "equal": range.contains(number)
      default: true
      }
    guard !isPossible else { return nil }
    return (
      (entry?.value ?? claim.value).location,
      "`\(claim.word)` lies between \(Int(range.lowerBound)) and \(Int(range.upperBound))",
      "write what is expected"
    )
  }

  /// Slashes around a text make an expression only of what may have no slashes of its own.
  private func slashes(_ claim: SpecClaim) -> Fault? {
    guard let text = Slashes.text(claim.value, of: claim.property) else { return nil }
    return (
      claim.value.written, "`\(claim.word)` never has slashes, and they make no expression here",
      "write `{match-regexp: \(text)}`"
    )
  }

  private func choice(_ claim: SpecClaim) -> Fault? {
    guard let entry = claim.value.entries.first, entry.key.string == "or", entry.value.kind == .sequence,
      entry.value.items.isEmpty
    else { return nil }
    return (entry.value.location, "none of no matchers fits", "name what fits")
  }
}

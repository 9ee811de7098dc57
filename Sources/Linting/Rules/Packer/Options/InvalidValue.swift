package import Diagnostics
package import Lint
import Packer

/// Reports values of the right type that a component refuses.
package struct InvalidValue: TemplateRule {
  package static let id: RuleID = "packer/invalid-value"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.componentFaults {
      guard let (message, help) = wording(of: fault, in: template) else { continue }
      findings.add(
        message, at: fault.location, help: near(fault) ?? fault.because ?? help, labels: fault.labels,
        fix: Self.fix(of: fault))
    }
    for fault in template.evaluation.faults {
      guard case .malformedVersion(let version) = fault.problem else { continue }
      findings.add(
        "`\(version)` is no version", at: fault.location, help: "write it as `1.6.6`, without a comparison")
    }
  }

  /// What a misspelt value was meant to be; it says more than why the others are refused.
  private func near(_ fault: ComponentFault) -> String? {
    guard case .notAmong(_, let value, let allowed) = fault.problem else { return nil }
    return Wording.meant(Suggestion.nearest(to: value, among: allowed).map { [$0] } ?? [])
  }

  /// The nearest of the values that there are.
  private static func fix(of fault: ComponentFault) -> Fix? {
    guard case .notAmong(_, let value, let allowed) = fault.problem else { return nil }
    return Wording.renaming(
      fault.location, to: Suggestion.nearest(to: value, among: allowed).map { [$0] } ?? [])
  }

  private func wording(of fault: ComponentFault, in template: LintedTemplate) -> (
    message: String, help: String
  )? {
    switch fault.problem {
    case .notAmong(let name, let value, let allowed):
      let near = Suggestion.nearest(to: value, among: allowed).map { [$0] } ?? []
      let shown = template.isSecret(name, of: fault) ? "this" : "`\(value)`"
      return (
        "\(shown) is no value of `\(name)` in \(fault.subject)",
        Wording.meant(near) ?? "write \(Wording.choice(allowed))"
      )
    case .repeated(let name, let value):
      return (
        "`\(name)` of \(fault.subject) may have one such item, and `\(value)` is the second", "take it out"
      )
    case .outOfRange(let name, let value, let minimum, let maximum, let multiple):
      return (
        "`\(name)` of \(fault.subject) cannot be `\(value)`",
        "write a number \(number(from: bounds(minimum.map(text), maximum.map(text)), multiple))"
      )
    case .wrongLength(let name, let length, let minimum, let maximum, let unit):
      return (
        "`\(name)` of \(fault.subject) has \(length) \(length == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue)",
        "give it \(bounds(minimum.map(String.init), maximum.map(String.init))) \(unit.rawValue)"
      )
    case .malformed(let name, _, let words):
      return ("`\(name)` of \(fault.subject) must be \(words)", "write \(words)")
    case .tooMuch(let name, let other, let maximum):
      return (
        "`\(name)` of \(fault.subject) is more than \(text(maximum)) times `\(other)`",
        "lower `\(name)` or raise `\(other)`"
      )
    case .disordered(let low, let high):
      return ("`\(low)` of \(fault.subject) is greater than `\(high)`", "swap or mend them")
    default: return nil
    }
  }

  private func number(from bounds: String, _ multiple: Int?) -> String {
    let parts = [bounds.isEmpty ? nil : "of \(bounds)", multiple.map { "that \($0) divides" }]
    return parts.compactMap { $0 }.joined(separator: " and ")
  }

  private func bounds(_ minimum: String?, _ maximum: String?) -> String {
    let parts = [minimum.map { "at least \($0)" }, maximum.map { "at most \($0)" }]
    return parts.compactMap { $0 }.joined(separator: " and ")
  }

  private func text(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? String(number) }
}

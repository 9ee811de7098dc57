import Diagnostics
import Source

/// Puts the outcomes of all templates together.
struct OutcomeMerger {
  private var findings: [Diagnostic] = []
  private var suppressed: [Diagnostic] = []
  private var suppression = Suppression()
  private(set) var configurations: [LintConfiguration] = []
  private var result = LintResult()

  /// Takes an outcome in.
  mutating func add(_ outcome: TemplateOutcome) {
    if let failure = outcome.failure { result.failures.append(failure) }
    if let template = outcome.template { result.templates.append(template) }
    findings += outcome.findings
    suppressed += outcome.suppressed
    if outcome.isComplete { suppression.merge(outcome.suppression) }
    configurations.append(outcome.configuration)
    result.sources.merge(outcome.sources)
  }

  /// Completes a result that knows already what was found on the way to the templates.
  mutating func finish(_ found: inout LintResult) {
    let off: (RuleID) -> Bool = { [configurations] rule in configurations.contains { !$0.asks(rule) } }
    let configuration = configurations.first ?? LintConfiguration()
    let unused = suppression.unused(isOff: off).compactMap { configuration.weighed($0) }
    found.findings = (findings + unused).unique
    // What one template allows and another does not is not allowed.
    let active = Set(found.findings.map(DiagnosticIdentity.init))
    found.suppressed = suppressed.unique.filter { !active.contains(DiagnosticIdentity($0)) }
    found.templates = result.templates
    found.failures += result.failures
    found.sources = result.sources
    found.failOn = configurations.compactMap(\.failOn?.value).min()
    for secret in (found.findings + found.suppressed).flatMap(\.secrets) { found.sources.conceal(secret) }
  }
}

/// A check of a spec by itself.
package protocol SpecRule: Rule {
  func check(_ spec: LintedSpec, _ findings: inout Findings)
}

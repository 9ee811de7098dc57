package import Diagnostics
package import Lint
import Packer
import Source

/// Reports names of `-only` and `-except` that nothing in the template has.
package struct UnmatchedSelection: TemplateRule {
  package static let id: RuleID = "packer/unmatched-selection"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    let packer = template.template
    guard let place = packer.root.entries.named("builders")?.keyLocation else { return }
    let builds = packer.builders.compactMap { $0.name?.value }
    let postProcessors = packer.postProcessors.flatMap { $0 }.compactMap { $0.name?.value }
    // A computed name may be any.
    guard !(builds + postProcessors).contains(where: isComputed) else { return }
    for name in template.inputs.only where !builds.contains(name) {
      report("only", name, known: builds, at: place, to: &findings)
    }
    for name in template.inputs.except where !(builds + postProcessors).contains(name) {
      report("except", name, known: builds, at: place, to: &findings)
    }
  }

  private func isComputed(_ name: String) -> Bool { name.utf8.contains(UInt8(ascii: "{")) }

  private func report(
    _ option: String, _ name: String, known: [String], at place: Location, to findings: inout Findings
  ) {
    let near = Suggestion.nearest(to: name, among: known).map { [$0] } ?? []
    findings.add(
      name.isEmpty
        ? "`-\(option)` holds an empty name, which no build has"
        : "`-\(option)` names `\(name)`, which no build here has", at: place,
      help: Wording.meant(near) ?? "the builds are \(Wording.list(known))")
  }
}

package import Diagnostics
package import Lint
import Packer
import Source

/// Reports reads of a variable that is declared nowhere.
package struct UndefinedVariable: TemplateRule {
  package static let id: RuleID = "packer/undefined-variable"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    var places: [String: [Location]] = [:]
    for fault in template.evaluation.faults {
      guard case .undeclaredVariable(let name, _) = fault.problem else { continue }
      places[name, default: []].append(fault.location)
    }
    for fault in template.evaluation.faults {
      guard case .undeclaredVariable(let name, let nearest) = fault.problem,
        let all = places.removeValue(forKey: name)?.sorted()
      else { continue }
      let others = all.dropFirst()
      let edits = nearest.first.map { near in all.map { Fix.Edit(replacing: $0, with: near) } }
      findings.add(
        "variable `\(name)` is not declared", at: all[0],
        help: template.advice(on: name) ?? Wording.meant(nearest)
          ?? "declare it in `variables`: Packer puts an empty text in its place",
        labels: others.prefix(3).map { Label("it is read here too", at: $0) },
        notes: others.count > 3 ? ["it is read in \(others.count - 3) further places"] : [],
        fix: template.advice(on: name) != nil ? nil : edits.map { Fix(.unsafe, edits: $0) })
    }
  }
}

package import Diagnostics
package import Lint
import Packer
import Source

/// Reports reads of a variable that is declared nowhere.
package struct UndefinedVariable: TemplateRule {
  package static let id: RuleID = "packer/undefined-variable"

  package init() {}

  /// More of them than this that resemble no declared one are given from elsewhere, and told of in one go.
  private static let limit = 8

  private struct Variable {
    let name: String
    let nearest: [String]
    var places: [Location]
  }

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    var variables: [Variable] = []
    var known: [String: Int] = [:]
    for fault in template.evaluation.faults {
      guard case .undeclaredVariable(let name, let nearest) = fault.problem else { continue }
      if let index = known[name] {
        variables[index].places.append(fault.location)
      } else {
        known[name] = variables.count
        variables.append(Variable(name: name, nearest: nearest, places: [fault.location]))
      }
    }
    let strange = variables.filter(\.nearest.isEmpty)
    let isMany = strange.count > Self.limit
    if isMany { report(strange, in: template, &findings) }
    for variable in variables where !isMany || !variable.nearest.isEmpty {
      report(variable, in: template, &findings)
    }
  }

  private func report(_ variable: Variable, in template: LintedTemplate, _ findings: inout Findings) {
    let all = variable.places.sorted()
    let others = all.dropFirst()
    let advice = template.advice(on: variable.name)
    let edits = variable.nearest.first.map { near in all.map { Fix.Edit(replacing: $0, with: near) } }
    findings.add(
      "variable `\(variable.name)` is not declared", at: all[0],
      help: advice ?? Wording.meant(variable.nearest)
        ?? "declare it in `variables`: Packer puts an empty text in its place",
      labels: others.prefix(3).map { Label("it is read here too", at: $0) },
      notes: others.count > 3 ? ["it is read in \(others.count - 3) further places"] : [],
      fix: advice != nil ? nil : edits.map { Fix(.unsafe, edits: $0) })
  }

  private func report(_ variables: [Variable], in template: LintedTemplate, _ findings: inout Findings) {
    let names = variables.map { "`\($0.name)`" }
    findings.add(
      "\(variables.count) variables are not declared, \(names[0]) and \(names[1]) among them",
      at: variables[0].places.min() ?? variables[0].places[0],
      help: template.advice(on: variables[0].name)
        ?? "name the file that gives them under `var-files` in `.ovenproof.yaml`, and declare them in `variables`",
      labels: variables.dropFirst().prefix(3).map { Label("`\($0.name)` is read here", at: $0.places[0]) },
      notes: ["they are \(names.prefix(60).joined(separator: ", "))\(names.count > 60 ? " …" : "")"])
  }
}

import Diagnostics
import Project

/// Asks the rules of a run that the configuration leaves on.
struct RuleAsking: Sendable {
  let registry: RuleRegistry
  let configuration: LintConfiguration

  /// What is wrong with files by themselves.
  func check(_ files: [LintedFile]) -> [Diagnostic] {
    registry.fileRules.flatMap { rule in
      findings(of: rule) { findings in
        for file in files { rule.check(file, &findings) }
      }
    }
  }

  /// What is wrong with a project.
  func check(_ project: Project) -> [Diagnostic] {
    registry.projectRules.flatMap { rule in findings(of: rule) { rule.check(project, &$0) } }
  }

  /// What a rule finds; one that is off is not asked.
  func findings(of rule: any Rule, _ check: (inout Findings) -> Void) -> [Diagnostic] {
    let id = type(of: rule).id
    guard configuration.asks(id) else { return [] }
    var findings = Findings(of: id)
    check(&findings)
    return findings.diagnostics
  }
}

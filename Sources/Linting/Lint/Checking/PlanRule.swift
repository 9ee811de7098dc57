package import Plan
package import Project

/// A check of the steps that builds would take.
package protocol PlanRule: Rule {
  /// Whether a plan can hold anything for the rule: making one takes time and memory.
  func concerns(_ project: Project) -> Bool

  /// Reports what is wrong with the steps.
  func check(_ plan: Plan, of project: Project, _ findings: inout Findings)
}

package import Packer
package import Plan
package import Project

/// A check of the steps that builds would take.
package protocol PlanRule: Rule {
  /// Whether the plan of a build can hold anything for the rule: making one takes time and memory.
  func concerns(_ build: Build, of project: Project) -> Bool

  /// Reports what is wrong with the steps; the plan holds at least the builds that concern the rule.
  func check(_ plan: Plan, of project: Project, _ findings: inout Findings)
}

package import Plan
package import Project

/// A check of the steps that builds would take.
package protocol PlanRule: Rule {
  func check(_ plan: Plan, of project: Project, _ findings: inout Findings)
}

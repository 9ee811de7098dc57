package import Plan
package import Project

/// A template that was linted as it is to be built, with the plan of that build.
package struct PreparedTemplate: Sendable {
  package let lint: LintResult
  /// Nil, as the plan, where the template could not be read.
  package let project: Project?
  package let plan: Plan?
  /// What the configuration says of snapshots, and what the template says of the ages of single steps.
  package let snapshots: SnapshotSettings
  package let maxAges: [MaxAgeDirective]
  /// How long a registry may neither send nor take anything, where the configuration says so.
  package let registryPatience: TimeLimit?
  /// Weighs what a build finds later as lint has weighed its own.
  package let lateFindings: LateFindings
}

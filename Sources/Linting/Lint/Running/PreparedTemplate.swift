package import Plan
package import Project

/// A template that was linted as it is to be built, with the plan of that build.
package struct PreparedTemplate: Sendable {
  package let lint: LintResult
  /// Nil, as the plan, where the template could not be read.
  package let project: Project?
  package let plan: Plan?
}

package import Plan
package import Source

extension SecretMask {
  /// All secrets of a plan.
  package init(of plan: BuildPlan) { self.init(plan.secrets) }
}

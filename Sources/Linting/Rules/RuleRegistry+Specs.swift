import Lint

extension RuleRegistry {
  /// What is wrong with specs by themselves.
  static let specRules: [any SpecRule] = [
    ContradictingAssertions(), DuplicateAssertion(), EatenReference(), ImpossibleAssertion(),
    UnreachableAssertion(), VacuousAssertion(),
  ]

  /// What of a spec its template makes otherwise.
  static let predictionRules: [any PredictionRule] = [ContradictedByPlan(), ContradictedConfiguration()]
}

import Expectation

/// What became of a comparison, with what goss says of it.
struct GossComparison {
  /// Whether the value is as demanded, or why it cannot be judged.
  let verdict: Result<Bool, GossError>
  private let told: (Bool) -> GossResult.Match

  /// `told` says what is wrong; of its argument, whether it stands under a `not`.
  init(_ verdict: Result<Bool, GossError>, told: @escaping (Bool) -> GossResult.Match) {
    self.verdict = verdict
    self.told = told
  }

  var isMet: Bool { if case .success(true) = verdict { true } else { false } }

  /// What goss says where the value is not as demanded.
  var match: GossResult.Match { told(false) }

  /// What goss says under a `not`, where the value is as demanded.
  var negatedMatch: GossResult.Match { told(true) }

  /// The same comparison under a `not`.
  var negated: GossComparison { GossComparison(verdict.map { !$0 }) { [told] in told(!$0) } }
}

import Plan
import Source

extension BuildPlan {
  /// What cannot be told or done: why the build runs elsewhere, steps that are not supported, values that stay open.
  var openQuestions: [UnknownReason] {
    var reasons: [UnknownReason] = []
    if case .elsewhere(let reason) = setting {
      reasons.append(UnknownReason(reason, at: steps.first?.origin ?? base?.location))
    }
    for step in steps + [errorCleanup].compactMap({ $0 }) {
      guard case .unsupported(let reason) = step.unsupportedAction else { continue }
      if !reasons.contains(where: { $0.text == reason }) {
        reasons.append(UnknownReason(reason, at: step.origin))
      }
    }
    return reasons + unknowns
  }
}

extension Step {
  /// Whether a step is done, or why it is not.
  enum Support {
    case supported
    case unsupported(String)
  }

  /// The step's own word on whether it can be done here.
  var unsupportedAction: Support {
    switch action {
    case .unsupported(let reason): return .unsupported(reason)
    case .postProcess(let process):
      switch process.work {
      case .unsupported(let reason), .refused(let reason): return .unsupported(reason)
      default: return .supported
      }
    default: return .supported
    }
  }
}

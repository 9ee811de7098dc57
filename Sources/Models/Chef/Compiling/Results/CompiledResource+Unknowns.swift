import RubyEvaluation
import Source

extension CompiledResource {
  /// What of it cannot be told, and why.
  var unknowns: [UnknownReason] {
    var reasons = name.unknowns + properties.flatMap(\.value.unknowns)
    if reasons.isEmpty, certainty == .maybe {
      reasons.append(
        UnknownReason("whether `\(type)[\(shownName)]` is declared hangs on the machine", at: location))
    }
    return reasons
  }
}

extension CompiledValue {
  /// Why parts of it cannot be told.
  fileprivate var unknowns: [UnknownReason] {
    switch self {
    case .unknown(let reason): [reason]
    case .list(let items): items.flatMap(\.unknowns)
    case .map(let entries): entries.flatMap(\.value.unknowns)
    default: []
    }
  }
}

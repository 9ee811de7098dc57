import Source

extension OvenproofSpec {
  /// Seconds for which what runs is looked at again where the spec neither says when it is ready nor for how long.
  private static let usualPatience = 5.0

  package func running(in search: ImageSearch) -> RunningRequest? {
    guard !checks.allSatisfy(\.isAtRest) else { return nil }
    var entries: [RunningRequest.Entry] = []
    var stops = false
    var isAsked = false
    let hindered = hindered(in: search)
    for (index, check) in checks.enumerated() where !hindered[index] {
      switch check.target {
      case .running(.start): isAsked = true
      case .running(let target):
        isAsked = true
        stops = stops || check.expectations.contains { $0.property == "stop-status" }
        entries.append(
          RunningRequest.Entry(
            questions: target.question.map { [$0] } ?? [], facts: target.facts,
            readsLogs: target == .logs,
            outcomes: check.expectations.filter { $0.property != "stop-status" }.map {
              mask.maskingCut($0.id)
            },
            patience: check.eventually ?? (settings.signs.isEmpty ? Self.usualPatience : 0)))
      case .command(let call): isAsked = isAsked || call.isolation == .running
      default: break
      }
    }
    return isAsked ? RunningRequest(settings: settings, entries: entries, stops: stops) : nil
  }
}

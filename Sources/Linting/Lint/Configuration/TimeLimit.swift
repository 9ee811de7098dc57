/// How old something may be, or how long something may take.
package enum TimeLimit: Sendable, Hashable {
  case seconds(Int)
  case unlimited

  /// Reads `90s`, `30m`, `24h`, `7d`, `2w`, `0` and `never`.
  package init?(_ text: String) {
    if text == "never" {
      self = .unlimited
      return
    }
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800]
    let unit = text.last.flatMap { units[$0] }
    let digits = unit == nil ? text : String(text.dropLast())
    guard let number = Int(digits), (0...100_000).contains(number), unit != nil || number == 0 else {
      return nil
    }
    self = .seconds(number * (unit ?? 1))
  }

  package var seconds: Int? { if case .seconds(let seconds) = self { seconds } else { nil } }
}

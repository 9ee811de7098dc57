/// A span of time in the forms in which reports write it.
struct Seconds: Sendable, Hashable {
  /// Whole milliseconds; reports never show finer ones.
  let milliseconds: Int

  /// Rounds to milliseconds; what is no span (negative, not a number) counts as none.
  init(_ seconds: Double) {
    milliseconds = seconds.isFinite && seconds > 0 ? Int((min(seconds, 1e12) * 1000).rounded()) : 0
  }

  /// With three decimals: `12.300`.
  var fixed: String { "\(milliseconds / 1000).\(padded(milliseconds % 1000))" }

  /// Without zeros at the end: `12.3`, `12`.
  var decimal: String {
    guard milliseconds % 1000 != 0 else { return String(milliseconds / 1000) }
    var text = fixed
    while text.hasSuffix("0") { text.removeLast() }
    return text
  }

  /// For people: `25 ms`, `1.5 s`, `2 min 5 s`.
  var words: String {
    if milliseconds < 1000 { return "\(milliseconds) ms" }
    if milliseconds < 60_000 {
      let tenths = (milliseconds + 50) / 100
      return tenths % 10 == 0 ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
    }
    let whole = (milliseconds + 500) / 1000
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3600) h \(whole % 3600 / 60) min"
  }

  private func padded(_ number: Int) -> String { String("00\(number)".suffix(3)) }
}

extension RunRecord.Run {
  /// The time that something took; nil where it is not known or nothing worth saying.
  func time(of name: String) -> Seconds? {
    durations[name].map { Seconds($0) }.flatMap { $0.milliseconds > 0 ? $0 : nil }
  }
}

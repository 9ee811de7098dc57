extension Hole {
  /// What a hole of a clock or of `uuid` is filled with in a run that began at a moment; nil for other holes.
  ///
  /// Such a hole is named by its call: `timestamp`, `isotime 2006-01-02`, `strftime %F`, `uuid`.
  package func value(startedAt moment: GoTime, uuid: () -> String) -> String? {
    guard case .function(let call) = self else { return nil }
    let name = call.prefix { $0 != " " }
    let argument = name.count < call.count ? String(call.dropFirst(name.count + 1)) : nil
    switch name {
    case "timestamp": return String(moment.unix)
    case "isotime": return moment.formatted(layout: argument ?? GoTime.standardLayout)
    case "strftime": return moment.formatted(strftime: argument ?? "")
    case "uuid": return uuid()
    default: return nil
    }
  }

  /// A text of the same kind as the run will fill in: equal in length and in the kinds of its signs.
  var sample: String? {
    value(startedAt: GoTime(unix: 1_700_000_000)) { "6560a1c0-7f3e-2b4d-9c58-0d1e2f3a4b5c" }
  }
}

extension RunText {
  /// The whole text, clocks and random ids at a sample of them; nil where another hole is open.
  var typical: String? { filled(\.sample) }
}

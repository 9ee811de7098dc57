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

  /// What Packer puts in its place when it prepares a component: for a value of the build, the field that stands for it
  /// until the run; for a clock, a text equal in length and in the kinds of its signs.
  var sample: String? {
    if case .build(let key) = self { return "{{.\(key)}}" }
    return value(startedAt: GoTime(unix: 1_700_000_000)) { "6560a1c0-7f3e-2b4d-9c58-0d1e2f3a4b5c" }
  }
}

extension RunText {
  /// The whole text as Packer sees it when it prepares a component; nil where it asks a server about a part.
  package var typical: String? { filled(\.sample) }
}

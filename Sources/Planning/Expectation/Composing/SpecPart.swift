import Diagnostics
import Source

/// What one file of a spec says, with what it includes.
struct SpecPart {
  var checks: [Check] = []
  var settings: RunSettings?

  /// Lays the checks of a file over those that it includes; one takes the other's place only where it says so.
  mutating func lay(_ own: [Check]) -> [Diagnostic] {
    if checks.isEmpty, own.allSatisfy({ $0.terms.overriding == nil }) {
      checks = own
      return []
    }
    var diagnostics: [Diagnostic] = []
    var places = Dictionary(checks.indices.map { (checks[$0].identity, $0) }) { first, _ in first }
    for check in own {
      switch (places[check.identity], check.terms.overriding) {
      case (let place?, .some):
        checks[place] = check
      case (let place?, nil):
        diagnostics.append(
          Diagnostic(
            "spec/covered-entry", .error, "`\(check.id)` is included already", at: check.origin,
            help: "write `override: true` to put this one in its place",
            labels: [Label("the included one", at: checks[place].origin)]))
      case (nil, let override?):
        diagnostics.append(
          Diagnostic(
            "spec/needless-override", .error, "nothing that is included is called `\(check.id)`",
            at: override,
            help: Suggestion.nearest(to: check.id, among: places.keys.map(\.text)).map {
              "did you mean `\($0)`?"
            }
              ?? "take `override` out"))
      case (nil, nil):
        places[check.identity] = checks.count
        checks.append(check)
      }
    }
    return diagnostics
  }

  /// Adds what another file says; of the same thing only one may speak, unless the including file does.
  mutating func add(_ other: SpecPart, from include: SpecInclude, unless own: Set<ExactText>) -> [Diagnostic]
  {
    var diagnostics: [Diagnostic] = []
    let places = Dictionary(checks.indices.map { (checks[$0].identity, $0) }) { first, _ in first }
    for check in other.checks {
      var check = check
      check.includes.insert(include.place, at: 0)
      guard let place = places[check.identity] else {
        checks.append(check)
        continue
      }
      if own.contains(check.identity) { continue }
      diagnostics.append(
        Diagnostic(
          "spec/covered-entry", .error,
          "`\(check.id)` is in `\(include.path)` and in what is included before",
          at: include.place, help: "say here what counts, with `override: true`",
          labels: [Label("the first", at: checks[place].origin), Label("the second", at: check.origin)]))
    }
    settings = other.settings ?? settings
    return diagnostics
  }
}

/// Another spec that a spec includes.
struct SpecInclude {
  /// The keys of one that says more than its path.
  static let keys: [(word: String, about: String)] = [
    ("file", "Its path, from the folder of this file."), ("with", "Values for its inputs."),
  ]

  let path: String
  let place: Location
  var inputs: [String: InputValues.Given] = [:]
}

/// The report formats of goss.
package enum GossForm: String, CaseIterable, Sendable {
  case rspecish, documentation, json
  case jsonOneline = "json_oneline"
  case structured, tap, junit, nagios, silent, prometheus

  /// Whether goss 0.4.9 still has the form.
  package var isCurrent: Bool { self != .jsonOneline }

  /// Whether it may have colours.
  package var hasColors: Bool {
    switch self {
    case .json, .jsonOneline, .junit: false
    case .rspecish, .documentation, .structured, .tap, .nagios, .silent, .prometheus: true
    }
  }
}

/// What goss's `--format-options` ask for.
package struct GossFormOptions: Sendable {
  /// Resources in the order of their types and ids.
  package var isSorted = false
  package var isPretty = false
  package var showsRaw = true
  package var hasPerformanceData = false
  package var isVerbose = false
  package var isColored = false

  package init() {}

  /// The options by goss's words; a word that goss does not know changes nothing.
  package init(_ words: [String]) {
    for word in words {
      switch word.lowercased() {
      case "sort": isSorted = true
      case "pretty": isPretty = true
      case "exclude_raw": showsRaw = false
      case "perfdata": hasPerformanceData = true
      case "verbose": isVerbose = true
      default: break
      }
    }
  }
}

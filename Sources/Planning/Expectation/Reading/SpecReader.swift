import DataSyntax
import Diagnostics
import Matching
import Source

/// Reads the sections of a spec; the tables of `ResourceKind` say which words there are.
struct SpecReader {
  private(set) var diagnostics: [Diagnostic] = []
  /// How the image is started, where the spec says it.
  var settings = RunSettings()

  /// The checks of a spec, in the order of the file.
  mutating func checks(_ root: DataNode) -> [Check] {
    guard root.kind == .mapping else {
      let isEmpty = root.kind == .missing || root.kind == .null
      report(
        "spec/asserts-nothing",
        isEmpty ? "the spec is empty" : "a spec is a map of sections, this is \(root.kind.words)",
        at: root.location,
        help: "write sections: \((ResourceKind.all.map(\.word) + [RunKey.root]).joined(separator: ", "))")
      return []
    }
    var checks: [Check] = []
    for entry in unique(root) {
      let word = entry.key.string ?? ""
      // Keys that begin with `x-` are a home for anchors.
      if word.hasPrefix("x-") { continue }
      if word == ResourceKind.image.word {
        image(entry).map { checks.append($0) }
      } else if word == RunKey.root {
        start(entry).map { checks.append($0) }
      } else if let kind = ResourceKind.singleOfRunning.first(where: { $0.word == word }) {
        single(kind, entry).map { checks.append($0) }
      } else if let kind = ResourceKind.named.first(where: { $0.word == word }) {
        checks += section(kind, entry.value)
      } else {
        unknownSection(word, entry.key, among: root)
      }
    }
    if diagnostics.isEmpty, checks.allSatisfy({ $0.skip != nil }) {
      report(
        "spec/asserts-nothing",
        checks.isEmpty ? "the spec asserts nothing" : "everything in the spec is skipped",
        at: root.location, help: "a spec that asserts nothing would pass on any image")
    }
    return checks
  }

  private mutating func section(_ kind: ResourceKind, _ node: DataNode) -> [Check] {
    guard node.kind == .mapping, !node.entries.isEmpty else {
      guard node.kind == .mapping || node.kind == .null || node.kind == .missing else {
        wrongKind(node, "a map of \(kind.noun)s", help: "write `\(kind.word): {NAME: {…}}`")
        return []
      }
      report(
        "spec/asserts-nothing", "the section `\(kind.word)` is empty", at: node.location, help: "take it out")
      return []
    }
    return unique(node).compactMap { check(kind, $0) }
  }

  private mutating func unknownSection(_ word: String, _ key: DataNode, among root: DataNode) {
    let words = ResourceKind.all.map(\.word) + [RunKey.root]
    unknown(
      word, key, among: words.filter { root[$0] == nil },
      help: "the sections are \(words.joined(separator: ", "))")
  }

  /// The entries of a map; a key that is written again is a fault, its last value counts.
  mutating func unique(_ node: DataNode) -> [DataEntry] {
    var places: [String: Int] = [:]
    var entries: [DataEntry] = []
    for entry in node.entries {
      let key = entry.key.string ?? ""
      if let place = places[key] {
        let first = entries[place].key.contentLocation
        diagnostics.append(
          Diagnostic(
            "spec/duplicate-key", .error, "`\(key)` stands here twice", at: entry.key.contentLocation,
            help: "join the two", labels: [Label("first here", at: first)]))
        entries[place] = entry
      } else {
        places[key] = entries.count
        entries.append(entry)
      }
    }
    return entries
  }

  mutating func unknown(
    _ word: String, _ key: DataNode, among known: [String], synonym: String? = nil, help: String
  ) {
    let nearest = synonym ?? Suggestion.nearest(to: word, among: known)
    diagnostics.append(
      Diagnostic(
        "spec/unknown-key", .error, "`\(word)` is not known here", at: key.contentLocation,
        help: nearest.map { "did you mean `\($0)`?" } ?? help,
        fixes: nearest.map { [Fix(.safe, edits: [.init(replacing: key.contentLocation, with: $0)])] } ?? []))
  }

  mutating func wrongKind(_ node: DataNode, _ expected: String, help: String? = nil) {
    report(
      "spec/wrong-value", "this is \(node.kind.words), where \(expected) is expected", at: node.location,
      help: help)
  }

  mutating func report(_ rule: RuleID, _ message: String, at location: Location, help: String? = nil) {
    diagnostics.append(Diagnostic(rule, .error, message, at: location, help: help))
  }

  mutating func report(_ found: [Diagnostic]) { diagnostics += found }
}

import DataSyntax
import Diagnostics
import Matching
import Source

/// Reads the sections of a spec; the tables of `ResourceKind` say which words there are.
struct SpecReader {
  private(set) var diagnostics: [Diagnostic] = []
  /// How the image is started, where the spec says it.
  var settings = RunSettings()
  /// Whether the spec says it.
  private(set) var saysHowToStart = false
  private(set) var includes: [SpecInclude] = []
  /// What must hold for anything in the file to be judged.
  private(set) var conditions: [Condition] = []
  /// Whether something was left out for an input without a value.
  var isPartial = false
  let inputs: InputTable
  /// The texts with an input that has no value.
  let open: Set<ByteRange>

  init(_ inputs: InputTable = InputTable(), open: Set<ByteRange> = []) {
    self.inputs = inputs
    self.open = open
  }

  /// The checks of a spec, in the order of the file.
  mutating func checks(_ root: DataNode) -> [Check] {
    guard root.kind == .mapping else {
      let isEmpty = root.kind == .missing || root.kind == .null
      report(
        "spec/asserts-nothing",
        isEmpty ? "the spec is empty" : "a spec is a map of sections, this is \(root.kind.words)",
        at: root.location,
        help: "write sections: \(SpecFile.words.joined(separator: ", "))")
      return []
    }
    var checks: [Check] = []
    for entry in unique(root) {
      let word = entry.key.string ?? ""
      // Keys that begin with `x-` are a home for anchors.
      if word.hasPrefix("x-") { continue }
      if let found = self.checks(word, entry) {
        // A spec of one section is the commonest, and may be long.
        if checks.isEmpty { checks = found } else { checks += found }
      } else {
        unknownSection(word, entry.key, among: root)
      }
    }
    return checks
  }

  /// What one key at the root says; nil for one that is not known.
  private mutating func checks(_ word: String, _ entry: DataEntry) -> [Check]? {
    switch word {
    case RootKey.inputs.word: return []
    case RootKey.include.word: includes = isOpen(entry.value) ? [] : included(entry.value)
    case RootKey.conditions.word: conditions = isOpen(entry.value) ? [] : conditions(entry.value)
    case RootKey.start.word:
      saysHowToStart = true
      return isOpen(entry.value) ? [] : start(entry).map { [$0] } ?? []
    case ResourceKind.image.word: return isOpen(entry.value) ? [] : image(entry).map { [$0] } ?? []
    default:
      if let kind = ResourceKind.single.first(where: { $0.word == word }) {
        return isOpen(entry.value) ? [] : single(kind, entry).map { [$0] } ?? []
      }
      return ResourceKind.named.first { $0.word == word }.map { section($0, entry.value) }
    }
    return []
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
    let entries = unique(node)
    var checks: [Check] = []
    checks.reserveCapacity(entries.count)
    for entry in entries where !isOpen(entry.key, entry.value) {
      if let check = check(kind, entry) { checks.append(check) }
    }
    return kind.word == ResourceKind.files.word ? unique(checks) : checks
  }

  /// A path that is spelled in another way is the same one still: a fault, and the last counts, as of keys.
  private mutating func unique(_ checks: [Check]) -> [Check] {
    var places: [ExactText: Int] = [:]
    places.reserveCapacity(checks.count)
    var kept: [Check] = []
    kept.reserveCapacity(checks.count)
    for check in checks {
      guard let place = places[check.identity] else {
        places[check.identity] = kept.count
        kept.append(check)
        continue
      }
      diagnostics.append(
        Diagnostic(
          "spec/duplicate-key", .error, "`\(check.name)` is the same path as `\(kept[place].name)`",
          at: check.origin, help: "join the two", labels: [Label("first here", at: kept[place].origin)]))
      kept[place] = check
    }
    return kept
  }

  private mutating func unknownSection(_ word: String, _ key: DataNode, among root: DataNode) {
    let words = SpecFile.words
    // A second one of a name would be a fault of its own: that is only said.
    let written = Suggestion.nearest(to: word, among: words.filter { root[$0] != nil })
    unknown(
      word, key, among: words.filter { root[$0] == nil },
      help: written.map { "did you mean `\($0)`? it stands here already: join the two" }
        ?? "the sections are \(words.joined(separator: ", "))")
  }

  /// The entries of a map; a key that is written again is a fault, its last value counts.
  mutating func unique(_ node: DataNode) -> [DataEntry] {
    let written = node.entries
    var places: [ExactText: Int] = [:]
    places.reserveCapacity(written.count)
    var entries: [DataEntry] = []
    entries.reserveCapacity(written.count)
    for entry in written {
      let key = entry.key.string ?? ""
      if let place = places[ExactText(key)] {
        let first = entries[place].key.contentLocation
        diagnostics.append(
          Diagnostic(
            "spec/duplicate-key", .error, "`\(key)` stands here twice", at: entry.key.contentLocation,
            help: "join the two", labels: [Label("first here", at: first)]))
        entries[place] = entry
      } else {
        places[ExactText(key)] = entries.count
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

import DataSyntax
import Diagnostics
import Matching
import Source

extension SpecReader {
  /// One named thing of a section.
  mutating func check(_ kind: ResourceKind, _ entry: DataEntry) -> Check? {
    guard let name = entry.key.string, !name.isEmpty else {
      report("spec/wrong-value", "the name of the \(kind.noun) is missing", at: entry.key.location)
      return nil
    }
    let body = entry.value
    let isEmpty = body.kind == .null || body.kind == .missing || body.kind == .mapping && body.entries.isEmpty
    guard body.kind == .mapping || isEmpty else {
      wrongKind(body, "a map of properties", help: "write `{\(kind.presence ?? kind.properties[0].name): …}`")
      return nil
    }
    if isEmpty, let presence = kind.presence {
      report(
        "spec/asserts-nothing", "nothing is asserted of `\(name)`", at: entry.key.contentLocation,
        help: "write `{\(presence): true}`")
      return nil
    }
    let faults = diagnostics.count
    let entries = unique(body)
    guard let target = target(kind, name, entry.key, entries) else { return nil }
    let subject = CheckWording(kind: kind, target: target, name: name, title: title(entries))
    var expectations = properties(subject, entries, target)
    if case .command = target { expectations = withExitStatus(expectations, subject, entry.key) }
    if case .running(.page) = target { expectations = withPageStatus(expectations, subject, entry.key) }
    var check = Check(
      target: target, resource: kind.word, name: name, origin: entry.key.contentLocation, skip: skip(entries),
      expectations: expectations)
    check.eventually = eventually(entries)
    check.terms = terms(entries, of: kind, for: diagnostics.count == faults ? expectations : nil)
    return check
  }

  mutating func properties(_ subject: CheckWording, _ entries: [DataEntry], _ target: Target)
    -> [Expectation]
  {
    var expectations: [Expectation] = []
    for entry in entries {
      let key = entry.key.string ?? ""
      if let property = subject.kind.property(key) {
        guard isPossible(key, entry.key, target) else { continue }
        expectations +=
          listedMode(subject, property, entry.value, entries)
          ?? self.expectations(subject, property, entry.value)
      } else if key == "except" {
        _ = isPossible(key, entry.key, target)
      } else if !subject.kind.keys.contains(key) {
        unknownProperty(key, entry.key, subject.kind, entries)
      }
    }
    if expectations.isEmpty, diagnostics.isEmpty, subject.kind.presence != nil, let first = entries.first {
      report(
        "spec/asserts-nothing", "nothing is asserted of `\(subject.name)`", at: first.location,
        help: "write `\(subject.kind.presence ?? ""): true`")
    }
    return expectations
  }

  /// Type and mode, where a mode is written as `ls -l` shows it: `drwxr-xr-x`.
  private mutating func listedMode(
    _ subject: CheckWording, _ property: PropertyKind, _ node: DataNode, _ entries: [DataEntry]
  ) -> [Expectation]? {
    guard property.name == "mode", subject.kind.word == ResourceKind.files.word, node.kind == .string,
      let (type, mode) = FileMode.listed(node.string ?? "")
    else { return nil }
    let expectation = subject.expectation("mode", Matcher(.text(mode.octal), at: node.location))
    guard let written = entries.first(where: { $0.key.string == "type" }) else {
      return [subject.expectation("type", Matcher(.text(type), at: node.location)), expectation]
    }
    guard written.value.string == type else {
      report(
        "spec/wrong-value",
        "the first letter of `\(node.string ?? "")` says that it is a \(type), `type` another",
        at: node.contentLocation, help: "write the mode as `\(mode.symbolic)`")
      return []
    }
    return [expectation]
  }

  private mutating func unknownProperty(
    _ word: String, _ key: DataNode, _ kind: ResourceKind, _ entries: [DataEntry]
  ) {
    let written = Set(entries.compactMap(\.key.string))
    unknown(
      word, key, among: kind.keys.filter { !written.contains($0) }, synonym: kind.synonyms[word],
      help: "a \(kind.noun) has \(kind.keys.joined(separator: ", "))")
  }

  private static let ofPatterns = ["count", "total-size", "except"]

  /// What belongs to a pattern of paths.
  private mutating func isPossible(_ property: String, _ key: DataNode, _ target: Target) -> Bool {
    guard Self.ofPatterns.contains(property), case .file = target else { return true }
    report(
      "spec/unknown-key", "`\(property)` belongs to a path with `*`, `?` or `[…]`", at: key.contentLocation,
      help: property == "count" ? "write `exists: true` or `exists: false`" : "take it out")
    return false
  }

  /// The matcher of a property, or nil after a fault.
  mutating func matcher(_ property: PropertyKind, _ node: DataNode) -> Matcher? {
    switch (property.shape, node.kind) {
    case (.flag, .string), (.flag, .number), (.flag, .sequence):
      wrongKind(node, "true or false")
      return nil
    case (.scalar, .sequence):
      wrongKind(node, "a single value", help: "for one of several write `{or: […]}`")
      return nil
    case (.list, .string), (.list, .number), (.list, .bool), (.words, .string), (.words, .number),
      (.words, .bool):
      wrongKind(node, "a list", help: "write `[\(node.string ?? "")]`")
      return nil
    case (.words, .sequence):
      return words(node)
    default: break
    }
    var parser = MatcherParser(isOfVersions: property.isOfVersions, plain: property.plain)
    let matcher = parser.matcher(node, at: property.shape == .lines ? .lines : .value)
    report(parser.diagnostics)
    return matcher
  }

  /// A list that is compared as a whole; a list of nothing is a statement too.
  private mutating func words(_ node: DataNode) -> Matcher? {
    for item in node.items where !item.isScalar || item.kind == .null {
      wrongKind(item, "a word")
      return nil
    }
    return Matcher(.equal(.texts(node.items.map { $0.string ?? "" })), at: node.location)
  }

  mutating func title(_ entries: [DataEntry]) -> String? {
    guard let node = setting("title", entries) else { return nil }
    guard node.isScalar, node.kind != .null, let title = node.string, !title.isEmpty else {
      wrongKind(node, "a text")
      return nil
    }
    return title
  }

  /// The reason for not judging; a reason is required.
  mutating func skip(_ entries: [DataEntry]) -> String? {
    guard let node = setting("skip", entries) else { return nil }
    guard node.kind == .string, let reason = node.string, !reason.isEmpty else {
      report(
        "spec/wrong-value", "a reason is missing", at: node.location,
        help: "say why: `skip: waits for the new base image`; or take the line out")
      return nil
    }
    return reason
  }
}

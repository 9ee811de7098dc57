import DataSyntax
import Diagnostics
import Matching
import Source

extension SpecReader {
  /// The section about the image's configuration.
  mutating func image(_ entry: DataEntry) -> Check? {
    let kind = ResourceKind.image
    let body = entry.value
    guard body.kind == .mapping, !body.entries.isEmpty else {
      guard body.kind == .mapping || body.kind == .null || body.kind == .missing else {
        wrongKind(body, "a map of properties", help: "write `{user: …, exposed-ports: […]}`")
        return nil
      }
      report(
        "spec/asserts-nothing", "the section `image` is empty", at: entry.key.contentLocation,
        help: "take it out")
      return nil
    }
    let entries = unique(body)
    let subject = CheckWording(kind: kind, target: .image, name: "", title: title(entries))
    var expectations: [Expectation] = []
    for entry in entries {
      let key = entry.key.string ?? ""
      if let property = kind.property(key) {
        expectations += imageExpectations(subject, property, entry.value)
      } else if !ResourceKind.common.contains(where: { $0.word == key }) {
        unknown(
          key, entry.key, among: kind.keys, synonym: kind.synonyms[key],
          help: "an image has \(kind.keys.joined(separator: ", "))")
      }
    }
    var check = Check(
      target: .image, resource: kind.word, name: "", origin: entry.key.contentLocation, skip: skip(entries),
      expectations: expectations)
    check.terms = terms(entries, of: kind)
    return check
  }

  private mutating func imageExpectations(
    _ subject: CheckWording, _ property: PropertyKind, _ node: DataNode
  ) -> [Expectation] {
    guard property.shape == .named, node.kind == .mapping, !isMatcher(node) else {
      if property.shape == .named, node.kind != .mapping {
        wrongKind(node, "a map of names", help: "write `\(property.name): {NAME: value}`")
        return []
      }
      return matcher(property, node).map { [subject.expectation(property.name, $0)] } ?? []
    }
    guard !node.entries.isEmpty else {
      report(
        "spec/asserts-nothing", "nothing is asserted of `\(property.name)`", at: node.location,
        help: "that there are none is `{have-len: 0}`")
      return []
    }
    var expectations: [Expectation] = []
    for entry in unique(node) {
      let name = "\(property.name).\(entry.key.string ?? "")"
      matcher(PropertyKind(name, .scalar, property.plain), entry.value)
        .map { expectations.append(subject.expectation(name, $0)) }
    }
    return expectations
  }

  /// Whether a map is a matcher for the whole: `env: {not: {have-key: DEBUG}}`.
  private func isMatcher(_ node: DataNode) -> Bool {
    let entries = node.entries
    guard entries.count == 1, let name = entries[0].key.string else { return false }
    return MatcherParser.names.contains(name)
  }
}

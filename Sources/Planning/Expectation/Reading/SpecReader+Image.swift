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
    let faults = diagnostics.count
    let entries = unique(body)
    let subject = CheckWording(kind: kind, target: .image, name: "", title: title(entries))
    var expectations: [Expectation] = []
    for entry in entries {
      let key = entry.key.string ?? ""
      if let property = kind.property(key) {
        expectations += self.expectations(subject, property, entry.value)
      } else if !ResourceKind.common.contains(where: { $0.word == key }) {
        unknown(
          key, entry.key, among: kind.keys, synonym: kind.synonyms[key],
          help: "an image has \(kind.keys.joined(separator: ", "))")
      }
    }
    var check = Check(
      target: .image, resource: kind.word, name: "", origin: entry.key.contentLocation, skip: skip(entries),
      expectations: expectations)
    check.terms = terms(entries, of: kind, for: diagnostics.count == faults ? expectations : nil)
    return check
  }

  /// A section about the one thing of its kind.
  mutating func single(_ kind: ResourceKind, _ entry: DataEntry) -> Check? {
    let body = entry.value
    guard body.kind == .mapping, !body.entries.isEmpty else {
      wrongKind(body, "a map of properties", help: "write `{\(kind.properties[0].name): …}`")
      return nil
    }
    let faults = diagnostics.count
    let entries = unique(body)
    guard let target = target(of: kind, entries, entry.key) else { return nil }
    let subject = CheckWording(kind: kind, target: target, name: "", title: title(entries))
    var check = Check(
      target: target, resource: kind.word, name: "", origin: entry.key.contentLocation, skip: skip(entries),
      expectations: withNothing(properties(subject, entries, target), subject, entry.key))
    check.eventually = eventually(entries)
    check.terms = terms(entries, of: kind, for: diagnostics.count == faults ? check.expectations : nil)
    return check
  }

  private mutating func target(of kind: ResourceKind, _ entries: [DataEntry], _ key: DataNode) -> Target? {
    switch kind.word {
    case ResourceKind.secrets.word: return .secrets(except: exceptions(entries))
    case ResourceKind.efficiency.word: return .waste
    case ResourceKind.logs.word: return .running(.logs)
    case ResourceKind.diff.word:
      guard entries.contains(where: { $0.key.string == "image" }) else {
        report(
          "spec/wrong-value", "the approved image is missing", at: key.contentLocation,
          help: "write `diff: {image: registry.example.com/app:1.0}`")
        return nil
      }
      return textSetting("image", entries).map { .drift(from: $0, except: exceptions(entries)) }
    default: return .running(.mainProcess)
    }
  }

  /// Where a spec does not say how much there may be of what should not be, there is to be none.
  private func withNothing(
    _ expectations: [Expectation], _ subject: CheckWording, _ key: DataNode
  ) -> [Expectation] {
    guard expectations.isEmpty,
      [ResourceKind.secrets.word, ResourceKind.diff.word].contains(subject.kind.word)
    else { return expectations }
    return subject.kind.properties.map {
      subject.expectation($0.name, Matcher(.number(.integer(0)), at: key.contentLocation))
    }
  }
}

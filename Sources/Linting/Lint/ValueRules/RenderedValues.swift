import Matching
import Packer
import Source

/// What the values of a template come to: as they are written, or rendered where they hold `{{…}}`.
struct RenderedValues {
  /// The rendered texts by the place inside the quotes, one for each build that renders it differently.
  private var texts: [Location: Set<RunText>] = [:]
  /// Places whose text only a run knows.
  private var unknown: Set<Location> = []

  init(_ evaluation: Evaluation) {
    for build in evaluation.builds {
      let components =
        [build.builder] + build.provisioners + (build.errorCleanup.map { [$0] } ?? [])
        + build.postProcessors.flatMap { $0 }
      for entry in components.flatMap(\.options.entries) { add(entry.value) }
    }
  }

  /// The values that stand at a place over all builds; empty where one cannot be told.
  func subjects(of value: TemplateValue) -> [Subject] {
    switch value.kind {
    case .missing: []
    case .null: [.null]
    case .bool: [.bool(value.bool ?? false)]
    case .number: value.scalar.map { [number($0.string)] } ?? []
    case .text: texts(of: value).map { .text($0.complete ?? "") }
    case .list: single({ .list($0) }, of: value.items)
    case .map: map(value)
    }
  }

  /// Whether a value holds a secret, which no message shows.
  func isSecret(_ value: TemplateValue) -> Bool {
    texts[value.contentLocation]?.contains { !$0.secrets.isEmpty } == true
      || value.items.contains { isSecret($0) } || value.entries.contains { isSecret($0.value) }
  }

  private mutating func add(_ value: OptionValue) {
    switch value.content {
    case .text(let text) where text.complete != nil: texts[value.location, default: []].insert(text)
    case .text, .deferred, .unknown: unknown.insert(value.location)
    case .list(let items): for item in items { add(item) }
    case .map(let entries): for entry in entries { add(entry.value) }
    case .null, .bool, .number: break
    }
  }

  private func texts(of value: TemplateValue) -> [RunText] {
    if unknown.contains(value.contentLocation) { return [] }
    if let found = texts[value.contentLocation] { return found.sorted { $0.shown < $1.shown } }
    guard let text = value.text, !text.bytes.contains(pair: UInt8(ascii: "{")) else { return [] }
    return [RunText(text.string)]
  }

  private func number(_ written: String) -> Subject {
    Number(written: written).map { .number($0) } ?? .text(written)
  }

  /// A container whose parts have one value each; nothing where builds differ or a part cannot be told.
  private func single(_ make: ([Subject]) -> Subject, of parts: [TemplateValue]) -> [Subject] {
    let values = parts.map { subjects(of: $0) }
    return values.allSatisfy { $0.count == 1 } ? [make(values.flatMap { $0 })] : []
  }

  private func map(_ value: TemplateValue) -> [Subject] {
    let words = value.entries.map(\.word)
    return single({ .map(zip(words, $0).map { Subject.Entry($0, $1) }) }, of: value.entries.map(\.value))
  }
}

extension [UInt8] {
  /// Whether a byte stands twice in a row.
  fileprivate func contains(pair byte: UInt8) -> Bool {
    zip(self, dropFirst()).contains { $0 == byte && $1 == byte }
  }
}

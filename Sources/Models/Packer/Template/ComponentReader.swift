import Source

/// Reads one component of a template and notes what is wrong with its shape.
struct ComponentReader {
  let kind: ConfiguredComponent.Kind
  let position: Int
  let chainPosition: Int?
  let subject: String
  /// Whether it stands in a list inside the list of post-processors.
  let isInChain: Bool

  init(
    kind: ConfiguredComponent.Kind, position: Int, chainPosition: Int? = nil, isInChain: Bool = false,
    subject: String? = nil
  ) {
    self.kind = kind
    self.position = position
    self.chainPosition = chainPosition
    self.isInChain = isInChain
    let number = "\(position)" + (chainPosition.map { ".\($0)" } ?? "")
    self.subject = subject ?? "\(kind.words) \(number)"
  }

  /// The component that a value stands for; nil where it cannot be one.
  func component(_ value: TemplateValue, noting faults: inout [ShapeFault]) -> TemplateComponent? {
    if kind == .postProcessor, let text = value.text {
      let type = Located(text.string, at: value.contentLocation)
      if text.bytes.isEmpty { faults.append(ShapeFault(subject, .missingType, at: value.location)) }
      return component(value, type: text.bytes.isEmpty ? nil : type)
    }
    guard value.kind == .map else {
      if value.kind == .missing { return nil }
      let expected: [TemplateValue.Kind] =
        kind != .postProcessor ? [.map] : isInChain ? [.text, .map] : [.text, .map, .list]
      let problem: ShapeFault.Problem =
        isInChain && value.kind == .list ? .nestedChain : .wrongKind(expected: expected, got: value.kind)
      faults.append(ShapeFault(subject, problem, at: value.location))
      return nil
    }
    checkCoreKeys(value.entries, noting: &faults)
    return component(value, type: type(in: value, noting: &faults))
  }

  private func component(_ value: TemplateValue, type: Located<String>?) -> TemplateComponent {
    TemplateComponent(
      kind: kind, type: type, value: value, position: position, chainPosition: chainPosition)
  }

  private func type(in value: TemplateValue, noting faults: inout [ShapeFault]) -> Located<String>? {
    let entry = value.entries.named("type")
    if let entry, let written = entry.value.weakText, !written.isEmpty {
      return Located(written, at: entry.value.contentLocation)
    }
    let isWrongKind = entry.map { $0.value.kind == .list || $0.value.kind == .map } ?? false
    let isUnreadable = entry?.value.kind == .missing
    if !isWrongKind, !isUnreadable {
      let start = value.location.range.start
      let opening = Location(value.location.file, ByteRange(start, min(start + 1, value.location.range.end)))
      faults.append(ShapeFault(subject, .missingType, at: entry?.value.location ?? opening))
    }
    return nil
  }

  /// The keys that Packer's core reads, with the kinds that it takes there; only post-processors are strict.
  private func checkCoreKeys(_ entries: [TemplateEntry], noting faults: inout [ShapeFault]) {
    for (key, kinds) in acceptedKinds {
      guard let entry = entries.named(key), !entry.value.isNothing else { continue }
      // An empty object in place of a list is an empty list, where the decoder is not strict.
      if kind != .postProcessor, kinds.contains(.list), entry.value.kind == .map,
        entry.value.entries.isEmpty
      {
        continue
      }
      if !kinds.contains(entry.value.kind) {
        let problem = ShapeFault.Problem.wrongKind(expected: kinds, got: entry.value.kind)
        faults.append(ShapeFault(key, problem, at: entry.value.location))
      } else if key == "pause_before" || key == "timeout" {
        checkDuration(entry, noting: &faults)
      } else if entry.value.kind == .list, key == "only" || key == "except" {
        checkNames(entry, noting: &faults)
      } else if key == "override" {
        checkOverrides(entry, noting: &faults)
      }
    }
  }

  /// What overrides the options of a build is an object of them; a list of objects is laid over each other.
  private func checkOverrides(_ entry: TemplateEntry, noting faults: inout [ShapeFault]) {
    let maps = entry.value.kind == .list ? entry.value.items : [entry.value]
    for value in maps.flatMap({ $0.kind == .map ? $0.entries.map(\.value) : [$0] })
    where !value.isNothing && value.kind != .map {
      let problem = ShapeFault.Problem.wrongKind(expected: [.map], got: value.kind)
      faults.append(ShapeFault(entry.name.value, problem, at: value.location))
    }
  }

  private var acceptedKinds: [(String, [TemplateValue.Kind])] {
    let scalar: [TemplateValue.Kind] = [.text, .number, .bool]
    switch kind {
    case .builder: return [("type", scalar), ("name", scalar)]
    case .provisioner:
      return [
        ("type", scalar), ("only", [.list] + scalar), ("except", [.list] + scalar),
        ("override", [.map, .list]), ("pause_before", scalar), ("timeout", scalar), ("max_retries", scalar),
      ]
    case .postProcessor:
      return [
        ("type", [.text]), ("name", [.text]), ("only", [.list]), ("except", [.list]),
        ("keep_input_artifact", [.bool]),
      ]
    }
  }

  private func checkDuration(_ entry: TemplateEntry, noting faults: inout [ShapeFault]) {
    guard entry.value.kind == .text, let text = entry.value.text?.string, GoDuration(text) == nil
    else { return }
    faults.append(ShapeFault(entry.name.value, .notDuration(text), at: entry.value.contentLocation))
  }

  private func checkNames(_ entry: TemplateEntry, noting faults: inout [ShapeFault]) {
    let kinds: [TemplateValue.Kind] = kind == .postProcessor ? [.text] : [.text, .number, .bool]
    for item in entry.value.items where !item.isNothing && !kinds.contains(item.kind) {
      let problem = ShapeFault.Problem.wrongKind(expected: kinds, got: item.kind)
      faults.append(ShapeFault(entry.name.value, problem, at: item.location))
    }
  }
}

import Source

extension TemplateEvaluator {
  /// Checks names that must agree with each other, and the version.
  mutating func checkStructure() {
    if template.builders.isEmpty, template.isIntact, !hasShapeFault("builder") {
      let written = template.root.entries.named("builders")?.value.location
      let opening = template.root.location
      let start = Location(
        opening.file, ByteRange(opening.range.start, min(opening.range.start + 1, opening.range.end)))
      log.add([EvaluationFault(.noBuilders, at: written ?? start)])
    }
    checkVersion()
    let names = builderNames
    for component in template.provisioners { checkNames(of: component, names: names) }
    for component in template.postProcessors.flatMap({ $0 }) { checkNames(of: component, names: names) }
  }

  /// The names of the builders as written.
  var builderNames: [String] { template.builders.compactMap { $0.name?.value } }

  private func hasShapeFault(_ subject: String) -> Bool {
    template.shapeFaults.contains { $0.subject.hasPrefix(subject) || $0.subject == "template" }
  }

  /// Two builders of one name.
  mutating func checkBuilderNames() {
    var first: [String: Location] = [:]
    for builder in template.builders {
      guard let name = builder.name else { continue }
      if let place = first[name.value] {
        log.add([EvaluationFault(.duplicateBuilderName(name.value, first: place), at: name.location)])
      } else {
        first[name.value] = name.location
      }
    }
  }

  private mutating func checkVersion() {
    guard let value = template.minPackerVersion, let text = value.text?.string, !text.isEmpty else { return }
    guard let version = PackerVersion(text) else {
      return log.add([EvaluationFault(.malformedVersion(text), at: value.contentLocation)])
    }
    if version > PackerVersion.reference {
      log.add([EvaluationFault(.newerVersionNeeded(text), at: value.contentLocation)])
    }
  }

  /// `only`, `except` and `override` name builders as they are written, before rendering.
  private mutating func checkNames(of component: TemplateComponent, names: [String]) {
    let overrides = component.overrides.map(\.build)
    for (key, uses) in [("only", component.only), ("except", component.except), ("override", overrides)] {
      for use in uses where !names.contains(use.value) {
        log.add([EvaluationFault(.unknownBuild(use.value, key: key, known: names), at: use.location)])
      }
    }
    if !component.only.isEmpty, !component.except.isEmpty, let entry = component.core("except") {
      log.add([EvaluationFault(.onlyAndExcept, at: entry.keyLocation)])
    }
  }
}

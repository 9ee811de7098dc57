import GoTemplate
import Source

/// Renders the options of a component in one build.
struct OptionRenderer {
  private let scope: RenderScope
  private let texts: TemplateTexts
  private var renderer: TextRenderer
  private(set) var faults: [EvaluationFault] = []
  private var countLeft = TemplateTexts.countLimit

  init(_ scope: RenderScope, texts: TemplateTexts) {
    self.scope = scope
    self.texts = texts
    renderer = TextRenderer(scope)
  }

  /// How the strings of a value are treated: the facts of the option, and of the whole option around it.
  private struct Manner {
    let facts: OptionFacts?
    /// Whether the component is known to have the option; of another one nobody knows what fields it is given.
    let isKnown: Bool
    let isDeferred: Bool
    let isSensitive: Bool
    let name: String

    /// The manner of an entry of a nested object.
    func nested(_ key: String) -> Manner {
      // The values of a map are treated as the option is: its keys are the user's own.
      let inner = facts?.options.matching(key) ?? (facts?.options.isEmpty == true ? facts : nil)
      return Manner(
        facts: inner, isKnown: isKnown, isDeferred: isDeferred || inner?.isDeferred == true,
        isSensitive: isSensitive || inner?.isSensitive == true, name: inner?.name ?? name)
    }

    static func of(_ facts: OptionFacts?, _ name: String) -> Manner {
      Manner(
        facts: facts, isKnown: facts != nil, isDeferred: facts?.isDeferred == true,
        isSensitive: facts?.isSensitive == true, name: name)
    }
  }

  /// Renders the entries of a component or of an `override`.
  mutating func entries(_ written: [TemplateEntry], of component: Component?) -> [Options.Entry] {
    written.map { entry in
      let facts = component?.option(entry.name.value)
      let manner = Manner.of(facts, facts?.name ?? entry.name.value)
      return Options.Entry(name: entry.name, value: value(entry.value, manner, depth: 0))
    }
  }

  private mutating func value(_ written: TemplateValue, _ manner: Manner, depth: Int) -> OptionValue {
    countLeft -= 1
    guard depth < TemplateTexts.depthLimit, countLeft > 0 else {
      return OptionValue(.unknown(UnknownReason("it nests too deep")), at: written.location)
    }
    switch written.kind {
    case .missing: return OptionValue(.unknown(UnknownReason("it cannot be read")), at: written.location)
    case .null: return OptionValue(.null, at: written.location)
    case .bool: return OptionValue(.bool(written.bool == true), at: written.location)
    case .number: return OptionValue(.number(written.scalar?.string ?? "0"), at: written.location)
    case .text: return text(written.text, at: written.contentLocation, manner)
    case .list:
      return OptionValue(
        .list(written.items.map { value($0, manner, depth: depth + 1) }), at: written.location)
    case .map:
      let entries = written.entries.map { entry in
        (key: key(entry), value: value(entry.value, manner.nested(entry.name.value), depth: depth + 1))
      }
      return OptionValue(.map(entries), at: written.location)
    }
  }

  /// The key of a nested map, which is rendered as values are.
  private mutating func key(_ entry: TemplateEntry) -> Located<String> {
    guard let key = entry.key, GoTemplate.hasActions(key.bytes) else { return entry.name }
    let template = texts.template(key)
    let rendered = renderer.render(template, with: data(for: template), noting: &faults)
    return Located(rendered.text.value?.complete ?? entry.name.value, at: entry.name.location)
  }

  private mutating func text(_ written: DerivedText?, at location: Location, _ manner: Manner) -> OptionValue
  {
    let written = written ?? DerivedText([], segments: [], whole: location)
    if manner.isDeferred { return deferred(written, at: location, manner) }
    guard GoTemplate.hasActions(written.bytes) else {
      guard manner.isSensitive else {
        return OptionValue(.text(RunText(written.string)), at: location, places: written)
      }
      return OptionValue(.text(RunText(secret: written.string, name: manner.name)), at: location)
    }
    let template = texts.template(written)
    if manner.isKnown { checkFields(of: template) }
    let rendered = renderer.render(template, with: data(for: template), noting: &faults)
    switch rendered.text {
    case .value(let text):
      guard manner.isSensitive else { return OptionValue(.text(text), at: location, places: rendered.places) }
      return OptionValue(.text(text.secret(name: manner.name)), at: location)
    case .unknown(let reason): return OptionValue(.unknown(reason), at: location)
    case .absent: return OptionValue(.null, at: location)
    }
  }

  private mutating func deferred(_ written: DerivedText, at location: Location, _ manner: Manner)
    -> OptionValue
  {
    let facts = manner.facts
    let hasBuildValues = facts?.hasBuildValueFields == true
    if GoTemplate.hasActions(written.bytes) {
      let template = texts.template(written)
      renderer.check(template, noting: &faults)
      if let facts, !facts.fields.isEmpty || hasBuildValues {
        let known = Set(facts.fields).union(hasBuildValues ? runtimeBuildValues : [])
        noteFields(of: template, beside: known, available: facts.fields)
      }
    }
    return OptionValue(
      .deferred(DeferredText(written, scope: scope, hasBuildValues: hasBuildValues)), at: location,
      places: written)
  }

  private var runtimeBuildValues: Set<String> {
    RenderScope.commonBuildValues.union(scope.buildValues).union(["SSHPrivateKeyFile", "SSHAgentAuth"])
  }

  /// What `.` is when a component is prepared: nothing, except that one field stands for itself until the run.
  private func data(for template: GoTemplate) -> GoValue<RunText.Part> {
    guard template.fields.contains(where: { $0.name == "WinRMPassword" }) else { return .missing }
    return .map(["WinRMPassword": .text(TemplateText([.opaque(.hole(.build("WinRMPassword")))]))])
  }

  private mutating func checkFields(of template: GoTemplate) {
    // What a plugin gives to its fields nobody knows here.
    guard scope.isComponentKnown else { return }
    noteFields(of: template, beside: ["WinRMPassword"], available: [])
  }

  private mutating func noteFields(of template: GoTemplate, beside known: Set<String>, available: [String]) {
    for use in template.fields where !known.contains(use.name) {
      let problem = EvaluationFault.Problem.fieldWithoutValue(use.name, available: available)
      faults.append(EvaluationFault(problem, at: template.location(of: use.range), isRefused: false))
    }
  }
}

extension RunText {
  /// A text that is a secret as a whole.
  init(secret text: String, name: String) {
    self.init(text.isEmpty ? [] : [.secret(text, name: name)])
  }

  /// The same text with its literal parts made secrets.
  func secret(name: String) -> RunText {
    RunText(
      parts.map { part in
        if case .literal(let text) = part { .secret(text, name: name) } else { part }
      })
  }
}

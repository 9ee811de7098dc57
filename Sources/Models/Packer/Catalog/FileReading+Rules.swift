import Source

extension FileReading {
  /// The rules of a file in order.
  mutating func rules(_ value: TemplateValue?) -> [ComponentRule] {
    var rules: [ComponentRule] = []
    if let value, !value.isNothing, value.kind != .list { note("`rules` is a list", at: value.location) }
    for item in value?.items ?? [] {
      let entries = item.entries
      let when = condition(entries.named("when")?.value)
      let within = text(entries.named("within")?.value)
      let because = text(entries.named("because")?.value)
      guard let head = entries.first else { continue }
      for demand in demands(head, entries) {
        rules.append(ComponentRule(demand, when: when, within: within, because: because))
      }
    }
    return rules
  }

  /// The demands of one rule: one for each option that its head names.
  private mutating func demands(_ head: TemplateEntry, _ entries: [TemplateEntry]) -> [ComponentRule.Demand] {
    let names = texts(head.value)
    switch head.name.value {
    case "required":
      let environment = texts(entries.named("environment")?.value)
      return names.map { .required($0, environment: environment) }
    case "outside": return names.map { .outside($0) }
    case "program": return names.map { .program($0) }
    case "one-of": return [.oneOf(conditions(head.value))]
    case "exclusive": return [.exclusive(conditions(head.value))]
    case "requires":
      let pair = conditions(head.value)
      if pair.count == 2 { return [.requires(pair[0], pair[1])] }
    case "together": return [.together(names)]
    case "contained": if names.count == 2 { return [.contained(names[0], in: names[1])] }
    case "same": if names.count == 2 { return [.same(names[0], names[1])] }
    case "different": if names.count == 2 { return [.different(names[0], from: names[1])] }
    case "index":
      let unwritten = texts(entries.named("defaults")?.value).first.flatMap { Int($0) } ?? 0
      if names.count == 2 { return [.index(names[0], of: names[1], unwritten: unwritten)] }
    case "ratio":
      let maximum = number(entries.named("maximum")?.value) ?? .infinity
      if names.count == 2 { return [.ratio(names[0], to: names[1], maximum: maximum)] }
    case "order":
      let defaults = texts(entries.named("defaults")?.value).compactMap { Int($0) }
      if names.count == 2 { return [.order(names[0], names[1], defaults: defaults)] }
    case "warning":
      let because = text(entries.named("because")?.value) ?? ""
      return conditions(head.value).map { .warning($0, options: $0.options, because: because) }
    default: return valueDemands(head, entries, names)
    }
    note("`\(head.name.value)` names two options", at: head.location)
    return []
  }

  /// The demands that look at one value each.
  private mutating func valueDemands(
    _ head: TemplateEntry, _ entries: [TemplateEntry], _ names: [String]
  ) -> [ComponentRule.Demand] {
    let minimum = number(entries.named("minimum")?.value)
    let maximum = number(entries.named("maximum")?.value)
    if let minimum, let maximum, minimum > maximum {
      note("`minimum` is more than `maximum`: no value fits", at: head.location)
    }
    switch head.name.value {
    case "values":
      let allowed = texts(entries.named("among")?.value)
      let ignoresCase = flag(entries.named("ignore-case")?.value)
      return names.map { .values($0, allowed, ignoresCase: ignoresCase) }
    case "distinct":
      let aliases = texts(entries.named("aliases")?.value)
      let repeatable = texts(entries.named("repeatable")?.value)
      return names.map { .distinct($0, aliases: aliases, repeatable: repeatable) }
    case "range":
      let multiple = number(entries.named("multiple-of")?.value).map { Int($0) }
      return names.map { .range($0, minimum: minimum, maximum: maximum, multipleOf: multiple) }
    case "length":
      let unit = text(entries.named("unit")?.value).flatMap(ComponentRule.LengthUnit.init) ?? .bytes
      return names.map {
        .length($0, minimum: minimum.map { Int($0) }, maximum: maximum.map { Int($0) }, unit: unit)
      }
    case "pattern":
      let pattern = RegularExpressionText(text(entries.named("matches")?.value) ?? "")
      let words = text(entries.named("words")?.value) ?? "of the form `\(pattern.pattern)`"
      return names.map { .pattern($0, pattern, words: words) }
    case "form":
      if let form = text(entries.named("is")?.value).flatMap(TextForm.init) {
        return names.map { .form($0, form) }
      }
      note("`is` names no form", at: head.location)
    default: note("there is no rule `\(head.name.value)`", unknown: head.name, among: Self.ruleNames)
    }
    return []
  }

  private static let ruleNames = [
    "contained", "different", "distinct", "exclusive", "form", "index", "length", "one-of", "order",
    "outside", "pattern",
    "program",
    "range", "ratio", "required", "requires", "same", "together", "values", "warning",
  ]
}

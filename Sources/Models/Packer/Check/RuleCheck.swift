import Source

/// Interprets the rules of a component on its options.
struct RuleCheck {
  private let component: ConfiguredComponent
  private let facts: Component
  let environment: [String: String]
  /// The programs of the machine, where they are looked for.
  private let programs: ProgramSearch?
  private(set) var faults: [ComponentFault] = []
  /// The place of faults of what is not there.
  private var absence: Location
  private var because: String?

  init(
    _ component: ConfiguredComponent, _ facts: Component, environment: [String: String],
    programs: ProgramSearch?
  ) {
    self.programs = programs
    self.component = component
    self.facts = facts
    self.environment = environment
    absence = component.type.location
  }

  /// Checks required options first, then the rules in order.
  mutating func check(_ view: OptionView) {
    for name in facts.requiredOptions { check(.required(name, environment: []), view) }
    for rule in facts.rules { check(rule, view) }
  }

  private mutating func check(_ rule: ComponentRule, _ view: OptionView) {
    because = rule.because
    defer { because = nil }
    guard let within = rule.within else { return check(rule.demand, when: rule.condition, view) }
    guard let outer = view.value(within) else { return }
    let nested = view.facts(within)?.options ?? [:]
    let isList = if case .list? = view.facts(within)?.type { true } else { false }
    let objects: [OptionValue] = if case .list(let items) = outer.content { items } else { [outer] }
    // An empty object in place of a list is an empty list.
    if isList, case .map(let entries) = outer.content, entries.isEmpty { return }
    for object in objects {
      guard case .map = object.content else { continue }
      let start = object.location.range.start
      absence = Location(object.location.file, ByteRange(start, min(start + 1, object.location.range.end)))
      check(rule.demand, when: rule.condition, OptionView(object, facts: nested))
      absence = component.type.location
    }
  }

  private mutating func check(
    _ demand: ComponentRule.Demand, when condition: OptionCondition?, _ view: OptionView
  ) {
    if let condition, view.holds(condition) != true { return }
    if condition != nil, case .outside(let name) = demand {
      return note(.undecidable(name), at: view.key(name) ?? absence)
    }
    check(demand, view)
  }

  private mutating func check(_ demand: ComponentRule.Demand, _ view: OptionView) {
    switch demand {
    case .required(let name, let names): checkRequired(name, names, view)
    case .oneOf(let conditions):
      if conditions.allSatisfy({ view.holds($0) == false }) { note(.noneOf(conditions), at: absence) }
    case .exclusive(let conditions): checkExclusive(conditions, view)
    case .requires(let first, let second):
      if view.holds(first) == true, view.holds(second) == false {
        note(.unmet(first, needs: second), at: place(of: first, view))
      }
    case .together(let names): checkTogether(names, view)
    case .contained(let inner, let outer): checkContained(inner, outer, view)
    case .outside(let name):
      if view.isSet(name) == true { note(.undecidable(name), at: view.key(name) ?? absence) }
    case .program(let name):
      if let programs, !programs.contains(name) { note(.missingProgram(name), at: absence) }
    case .warning(let condition, let options, let reason):
      guard view.holds(condition) == true else { return }
      because = reason
      note(.doubtful(options), at: place(of: condition, view))
    case .values, .distinct, .same, .different, .range, .ratio, .length, .pattern, .form, .order, .index:
      checkValue(demand, view)
    }
  }

  mutating func note(
    _ problem: ComponentFault.Problem, at location: Location, related: [Located<String>] = []
  ) {
    faults.append(
      ComponentFault(
        problem: problem, location: location, related: related, kind: component.kind,
        component: component.type.value, because: because))
  }

  private mutating func checkRequired(_ name: String, _ names: [String], _ view: OptionView) {
    guard view.isSet(name) == false, view.facts(name)?.defaultValue?.isEmpty != false else { return }
    if names.contains(where: { environment[$0]?.isEmpty == false }) { return }
    note(.missing(name, environment: names), at: view.value(name)?.location ?? absence)
  }

  private mutating func checkExclusive(_ conditions: [OptionCondition], _ view: OptionView) {
    let holding = conditions.filter { view.holds($0) == true }
    guard holding.count > 1 else { return }
    let places = holding.map { Located($0.options.first ?? "", at: place(of: $0, view)) }
      .sorted { $0.location < $1.location }
    guard let last = places.last else { return }
    note(.tooMany(holding), at: last.location, related: Array(places.dropLast()))
  }

  private mutating func checkTogether(_ names: [String], _ view: OptionView) {
    let given = names.filter { view.isSet($0) == true }
    let missing = names.filter { view.isSet($0) == false }
    guard let first = given.first, !missing.isEmpty else { return }
    note(.incomplete(given: given, missing: missing), at: view.key(first) ?? absence)
  }

  private mutating func checkContained(_ inner: String, _ outer: String, _ view: OptionView) {
    let lists = view.values(outer).map(\.names)
    guard !lists.contains(nil) else { return }
    let allowed = lists.compactMap { $0 }.flatMap { $0 }
    for item in view.values(inner).flatMap({ $0.names ?? [] })
    where !allowed.map(\.value).contains(item.value) {
      note(.notAmong(inner, value: item.value, allowed: allowed.map(\.value)), at: item.location)
    }
  }

  /// The key of the first option that makes a condition hold; else the component's type.
  private func place(of condition: OptionCondition, _ view: OptionView) -> Location {
    let present =
      condition.options.first { view.isSet($0) == true } ?? condition.options.first { view.key($0) != nil }
    return present.flatMap { view.key($0) } ?? absence
  }
}

extension OptionValue {
  /// The items of a list, or the keys of a map, as texts; nil where one of them only the run knows.
  fileprivate var names: [Located<String>]? {
    switch content {
    case .list(let items):
      let names = items.compactMap { item in
        item.text.value?.value.complete.map { Located($0, at: item.location) }
      }
      return names.count == items.count ? names : nil
    case .map(let entries): return entries.map(\.key)
    case .null: return []
    default:
      guard let text = text.value, let complete = text.value.complete else { return nil }
      return complete.isEmpty ? [] : [Located(complete, at: text.location)]
    }
  }
}

import Source

/// Lays the options of an `override` over those of its provisioner. Packer decodes both into the same structure, one after
/// the other: a list is laid over item by item, so that the rest of a longer one stays, an object key by key, and null and
/// an empty list leave what is there (mapstructure's decoder without `ZeroFields`).
struct OptionOverlay {
  private let component: Component

  init(_ component: Component) { self.component = component }

  /// The entries of both, those of the override last; each under the name of the option that it means.
  func laid(_ override: [Options.Entry], over base: [Options.Entry]) -> [Options.Entry] {
    let base = named(base)
    return base
      + named(override).filter { $0.name.value != "type" }.map { entry in
        guard let facts = component.options[entry.name.value],
          let below = base.last(where: { $0.name.value == entry.name.value })?.value
        else { return entry }
        return Options.Entry(
          name: entry.name, value: laid(entry.value, over: below, facts.type, facts.options))
      }
  }

  /// Entries with the proper names of their options; each list of them is matched by itself.
  private func named(_ entries: [Options.Entry]) -> [Options.Entry] {
    let exact = Set(entries.map(\.name.value).filter { component.options[$0] != nil })
    return entries.map { entry in
      guard let facts = component.option(entry.name.value), !exact.contains(facts.name) else { return entry }
      return Options.Entry(name: Located(facts.name, at: entry.name.location), value: entry.value)
    }
  }

  private func laid(
    _ value: OptionValue, over below: OptionValue, _ type: OptionType, _ options: [String: OptionFacts]
  ) -> OptionValue {
    switch (value.content, type) {
    case (.null, _): return below
    case (.map(let entries), .list) where entries.isEmpty: return value
    case (_, .list(let item)):
      guard let items = Self.items(value), let others = Self.items(below) else { return value }
      let all = (0..<max(items.count, others.count)).map { index in
        guard index < items.count else { return others[index] }
        return index < others.count ? laid(items[index], over: others[index], item, options) : items[index]
      }
      return OptionValue(.list(all), at: value.location)
    case (.map(let entries), .map(let item)):
      return laid(entries, over: below, at: value.location) { _ in (item, options) }
    case (.map(let entries), .object):
      return laid(entries, over: below, at: value.location) { key in
        options[key].map { ($0.type, $0.options) }
      }
    default: return value
    }
  }

  private func laid(
    _ entries: [(key: Located<String>, value: OptionValue)], over below: OptionValue, at location: Location,
    _ facts: (String) -> (OptionType, [String: OptionFacts])?
  ) -> OptionValue {
    guard case .map(let others) = below.content else { return OptionValue(.map(entries), at: location) }
    var all = others
    for entry in entries {
      guard let place = all.firstIndex(where: { $0.key.value == entry.key.value }) else {
        all.append(entry)
        continue
      }
      let merged = facts(entry.key.value).map { laid(entry.value, over: all[place].value, $0.0, $0.1) }
      all[place] = (entry.key, merged ?? entry.value)
    }
    return OptionValue(.map(all), at: location)
  }

  /// The items of a list; a single value counts as one, a text is cut at its commas. Nil where they cannot be told.
  private static func items(_ value: OptionValue) -> [OptionValue]? {
    switch value.content {
    case .list(let items): return items
    case .null: return []
    case .text(let text):
      guard let complete = text.complete else { return nil }
      if complete.isEmpty { return [] }
      let parts = complete.parts(separatedBy: ",")
      return parts.count == 1 ? [value] : parts.map { OptionValue(.text(RunText($0)), at: value.location) }
    case .unknown: return nil
    case .bool, .number, .map, .deferred: return [value]
    }
  }
}

import RegularExpressions
import Source

extension RuleCheck {
  /// Checks a demand that looks at the values of one option.
  mutating func checkValue(_ demand: ComponentRule.Demand, _ view: OptionView) {
    switch demand {
    case .values(let name, let allowed, let ignoresCase):
      for item in scalars(of: name, view) where !Self.isAmong(item.value, allowed, ignoresCase: ignoresCase) {
        note(.notAmong(name, value: shown(item.value, name, view), allowed: allowed), at: item.location)
      }
    case .distinct(let name, let aliases, let repeatable):
      var seen: [String: Located<String>] = [:]
      for item in scalars(of: name, view) where !repeatable.contains(item.value) {
        let meaning = aliases.contains(item.value) ? aliases[0] : item.value
        guard let first = seen.updateValue(item, forKey: meaning) else { continue }
        seen[meaning] = first
        note(.repeated(name, value: shown(item.value, name, view)), at: item.location, related: [first])
      }
    case .same(let name, let other):
      guard let value = view.value(name), let text = value.text.value?.value.complete,
        let expected = scalars(of: other, view).first, expected.value != text
      else { return }
      note(
        .malformed(name, value: shown(text, name, view), words: "the same as `\(other)`"), at: value.location)
    case .range(let name, let minimum, let maximum, let multiple):
      for item in scalars(of: name, view) {
        // What has no place behind the point is cut off; 0 is what an option has that is not written.
        let isWhole = view.facts(name)?.type == .int || view.facts(name)?.type == .uint
        guard let written = Double(item.value),
          let number = isWhole ? ScalarDecoding.whole(written).map(Double.init) : written, number != 0,
          !Self.isIn(number, minimum, maximum, multiple)
        else { continue }
        note(
          .outOfRange(name, value: item.value, minimum: minimum, maximum: maximum, multipleOf: multiple),
          at: item.location)
      }
    case .length(let name, let minimum, let maximum, let unit):
      checkLength(name, minimum: minimum, maximum: maximum, unit: unit, view)
    case .pattern(let name, let text, let words):
      let items = scalars(of: name, view)
      guard !items.isEmpty, let pattern = try? RegularExpression("^(?:\(text.pattern))$") else { return }
      for item in items where !pattern.matches(Array(item.value.utf8)) {
        note(.malformed(name, value: shown(item.value, name, view), words: words), at: item.location)
      }
    case .form(let name, let form):
      for item in scalars(of: name, view) where !form.accepts(item.value) {
        note(.malformed(name, value: shown(item.value, name, view), words: form.words), at: item.location)
      }
    case .index(let name, let list, let unwritten): checkIndex(name, of: list, unwritten: unwritten, view)
    case .different(let name, let other):
      guard let value = view.value(name), let text = view.text(name), !text.isEmpty, text == view.text(other)
      else { return }
      note(
        .malformed(name, value: shown(text, name, view), words: "another than `\(other)`"), at: value.location
      )
    case .order(let low, let high, let defaults): checkOrder(low, high, defaults, view)
    case .ratio(let name, let other, let maximum):
      guard let first = scalars(of: name, view).first, let number = Double(first.value),
        let base = scalars(of: other, view).first.flatMap({ Double($0.value) }), base > 0,
        number / base > maximum
      else { return }
      note(.tooMuch(name, of: other, maximum: maximum), at: first.location)
    default: break
    }
  }

  /// The known texts of an option: itself, its items, or the values of its map; an empty text that is not an item counts
  /// as not written.
  private func scalars(of name: String, _ view: OptionView) -> [Located<String>] {
    guard let value = view.value(name) else { return [] }
    let type = view.facts(name)?.type
    let found = Self.scalars(value, isList: type.map { if case .list = $0 { true } else { false } } ?? false)
    switch value.content {
    case .list: return found
    // The parts between commas are items, empty ones as well.
    case .text where found.count > 1: return found
    default: return found.filter { !$0.value.isEmpty }
    }
  }

  private static func scalars(_ value: OptionValue, isList: Bool) -> [Located<String>] {
    switch value.content {
    case .list(let items):
      return items.flatMap { item -> [Located<String>] in
        // An item that is null is an empty text.
        if case .null = item.content { return [Located("", at: item.location)] }
        return scalars(item, isList: false)
      }
    case .map(let entries): return entries.flatMap { scalars($0.value, isList: false) }
    case .deferred(let text):
      let written = text.text.string
      return written.contains("{{") ? [] : [Located(written, at: value.location)]
    default:
      guard let text = value.text.value?.value.typical else { return [] }
      let parts = isList ? text.parts(separatedBy: ",") : [text]
      return parts.map { Located($0, at: value.location) }
    }
  }

  /// A value as it may be shown: without secrets, and without the sample that stood for a clock.
  private func shown(_ value: String, _ name: String, _ view: OptionView) -> String {
    if view.facts(name)?.isSensitive == true { return "<sensitive>" }
    guard let text = view.value(name)?.text.value?.value, text.complete == nil || !text.secrets.isEmpty
    else { return value }
    return text.shown
  }

  private static func isAmong(_ value: String, _ allowed: [String], ignoresCase: Bool) -> Bool {
    ignoresCase ? allowed.contains { $0.lowercased() == value.lowercased() } : allowed.contains(value)
  }

  private static func isIn(_ number: Double, _ minimum: Double?, _ maximum: Double?, _ multiple: Int?) -> Bool
  {
    if let minimum, number < minimum { return false }
    if let maximum, number > maximum { return false }
    guard let multiple, let whole = Int(exactly: number) else { return true }
    return whole % multiple == 0
  }

  private mutating func checkLength(
    _ name: String, minimum: Int?, maximum: Int?, unit: ComponentRule.LengthUnit, _ view: OptionView
  ) {
    if unit == .innerItems, let value = view.value(name) {
      for item in value.innerLists where item.count < minimum ?? 0 || item.count > maximum ?? Int.max {
        note(
          .wrongLength(name, length: item.count, minimum: minimum, maximum: maximum, unit: .items),
          at: item.location)
      }
      return
    }
    if let value = view.value(name), let texts = value.texts(unit) {
      for text in texts
      where text.value.utf8.count < minimum ?? 0 || text.value.utf8.count > maximum ?? Int.max {
        note(
          .wrongLength(name, length: text.value.utf8.count, minimum: minimum, maximum: maximum, unit: .bytes),
          at: text.location)
      }
      return
    }
    guard let value = view.value(name), let length = Self.length(of: value, unit) else { return }
    if length >= minimum ?? 0, length <= maximum ?? Int.max { return }
    note(
      .wrongLength(name, length: length, minimum: minimum, maximum: maximum, unit: unit), at: value.location)
  }

  private static func length(of value: OptionValue, _ unit: ComponentRule.LengthUnit) -> Int? {
    switch (value.content, unit) {
    case (.list(let items), .items): items.count
    case (.map(let entries), .items): entries.count
    case (_, .bytes): value.text.value?.value.typical?.utf8.count
    case (_, .characters): value.text.value?.value.typical?.unicodeScalars.count
    default: nil
    }
  }

  /// The numbers at a path count the items of a list from 0.
  private mutating func checkIndex(_ name: String, of list: String, unwritten: Int, _ view: OptionView) {
    let count = max(unwritten, view.value(list)?.itemCount ?? 0)
    // What is not written counts from 0 as well.
    if count == 0, let dot = name.lastIndex(of: ".") {
      let key = String(name[name.index(after: dot)...])
      for object in view.values(String(name[..<dot])).flatMap(\.objects) where !object.keys.contains(key) {
        let start = object.location.range.start
        note(
          .missing(list, environment: []),
          at: Location(object.location.file, ByteRange(start, min(start + 1, object.location.range.end))))
      }
    }
    for value in view.values(name) {
      guard let text = value.text.value?.value.typical, let number = ScalarDecoding.integer(text),
        number >= count
      else { continue }
      note(
        count == 0
          ? .missing(list, environment: [])
          : .outOfRange(name, value: text, minimum: nil, maximum: Double(count - 1), multipleOf: nil),
        at: value.location)
    }
  }

  private mutating func checkOrder(_ low: String, _ high: String, _ defaults: [Int], _ view: OptionView) {
    guard view.value(low) != nil || view.value(high) != nil, defaults.count == 2,
      let first = number(low, view, unset: defaults[0]), let second = number(high, view, unset: defaults[1]),
      first > second
    else { return }
    let place = view.value(low)?.location ?? view.value(high)?.location
    if let place { note(.disordered(low: low, high: high), at: place) }
  }

  /// A whole number; one that is not written, or 0, has its default.
  private func number(_ name: String, _ view: OptionView, unset: Int) -> Int? {
    guard let value = view.value(name) else { return unset }
    guard let text = value.text.value?.value.complete else { return view.isSet(name) == false ? unset : nil }
    guard let number = Double(text).flatMap(ScalarDecoding.whole) else { return nil }
    return number == 0 ? unset : number
  }
}

extension OptionValue {
  /// The known texts in it: the items of a list, the keys and the values of a map.
  fileprivate var texts: [Located<String>] {
    switch content {
    case .list(let items): items.flatMap(\.texts)
    case .map(let entries): entries.flatMap { [$0.key] + $0.value.texts }
    default: text.value?.value.typical.map { [Located($0, at: location)] } ?? []
    }
  }

  /// The texts of a unit that measures each of them; nil for any other.
  fileprivate func texts(_ unit: ComponentRule.LengthUnit) -> [Located<String>]? {
    guard case .map(let entries) = content else { return unit == .texts ? texts : nil }
    switch unit {
    case .texts: return texts
    case .keys: return entries.map(\.key)
    case .values: return entries.flatMap(\.value.texts)
    default: return nil
    }
  }

  /// The objects of a list, or the one that stands in its place, with the names that are written.
  fileprivate var objects: [(keys: Set<String>, location: Location)] {
    let items: [OptionValue] = if case .list(let items) = content { items } else { [self] }
    return items.compactMap { item in
      guard case .map(let entries) = item.content else { return nil }
      return (Set(entries.map(\.key.value)), item.location)
    }
  }

  /// How many items it has as a list: a text is cut at its commas.
  fileprivate var itemCount: Int {
    switch content {
    case .list(let items): items.count
    case .text(let text): text.typical?.parts(separatedBy: ",").count ?? 1
    case .null: 0
    default: 1
    }
  }

  /// How many items the lists in a list have; a scalar counts as a list of one.
  fileprivate var innerLists: [(count: Int, location: Location)] {
    let lists: [OptionValue] = if case .list(let items) = content { items } else { [self] }
    return lists.compactMap { list in
      switch list.content {
      case .list(let items): (items.count, list.location)
      case .text, .number, .bool, .deferred: (1, list.location)
      case .null, .map, .unknown: nil
      }
    }
  }
}

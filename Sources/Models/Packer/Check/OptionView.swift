import Source

/// The decoded options of a component, or of one nested object, as conditions ask for them.
struct OptionView {
  private let values: [String: OptionDecoder.Decoded]
  private let facts: [String: OptionFacts]

  init(_ values: [String: OptionDecoder.Decoded], facts: [String: OptionFacts]) {
    self.values = values
    self.facts = facts
  }

  /// The options of a nested object.
  init(_ object: OptionValue, facts: [String: OptionFacts]) {
    var values: [String: OptionDecoder.Decoded] = [:]
    if case .map(let entries) = object.content {
      for entry in entries {
        let name = facts.matching(entry.key.value)?.name ?? entry.key.value
        values[name] = OptionDecoder.Decoded(key: entry.key.location, value: entry.value)
      }
    }
    self.init(values, facts: facts)
  }

  /// Where an option stands and what it says; a dot leads into an object. Nil where it is not written.
  func decoded(_ path: String) -> OptionDecoder.Decoded? {
    guard let dot = path.utf8.firstIndex(of: UInt8(ascii: ".")) else { return values[path] }
    let first = String(path[..<dot])
    guard let outer = values[first]?.value else { return nil }
    let objects: [OptionValue] = if case .list(let items) = outer.content { items } else { [outer] }
    let rest = String(path[path.index(after: dot)...])
    let views = objects.map { OptionView($0, facts: facts[first]?.options ?? [:]) }
    // Of a list the first object that sets it.
    return (views.first { $0.isSet(rest) == true } ?? views.first { $0.decoded(rest) != nil })?.decoded(rest)
  }

  /// The value of an option; nil where it is not written or cannot be decoded.
  func value(_ path: String) -> OptionValue? { decoded(path)?.value }

  /// The options that are written.
  var names: [String] { values.keys.sorted() }

  /// The place of an option's key.
  func key(_ path: String) -> Location? { decoded(path)?.key }

  func facts(_ path: String) -> OptionFacts? {
    guard let dot = path.utf8.firstIndex(of: UInt8(ascii: ".")) else { return facts[path] }
    return facts[String(path[..<dot])]?.options[String(path[path.index(after: dot)...])]
  }

  /// Whether a condition holds; nil where only the run can tell.
  func holds(_ condition: OptionCondition) -> Bool? {
    switch condition {
    case .set(let name): return isSet(name)
    case .absent(let name): return isSet(name).map { !$0 }
    case .given(let name): return isGiven(name)
    case .equals(let name, let pattern): return text(name).map { Self.fits($0, pattern) }
    case .differs(let name, let pattern): return text(name).map { !Self.fits($0, pattern) }
    case .all(let parts):
      let answers = parts.map(holds)
      return answers.contains(false) ? false : answers.contains(nil) ? nil : true
    case .any(let parts):
      let answers = parts.map(holds)
      return answers.contains(true) ? true : answers.contains(nil) ? nil : false
    }
  }

  /// Whether an option is written with anything but null.
  private func isGiven(_ path: String) -> Bool {
    guard let value = decoded(path)?.value else { return false }
    if case .null = value.content { return false }
    return true
  }

  /// The values at a path, those of all objects where it leads through a list; empty where nothing is written.
  func values(_ path: String) -> [OptionValue] {
    guard let dot = path.utf8.firstIndex(of: UInt8(ascii: ".")) else { return value(path).map { [$0] } ?? [] }
    let first = String(path[..<dot])
    guard let outer = values[first]?.value else { return [] }
    let objects: [OptionValue] = if case .list(let items) = outer.content { items } else { [outer] }
    let rest = String(path[path.index(after: dot)...])
    return objects.flatMap { OptionView($0, facts: facts[first]?.options ?? [:]).values(rest) }
  }

  /// Whether any value of a map is set.
  private func hasValue(_ path: String) -> Bool? {
    guard case .map(let entries)? = value(path)?.content else { return isSet(path) }
    let answers = entries.map { Emptiness.isSet($0.value, as: .string) }
    return answers.contains(true) ? true : answers.contains(nil) ? nil : false
  }

  /// Whether an option has a value that Go does not count as zero.
  func isSet(_ path: String) -> Bool? {
    if path.hasSuffix(".*") { return hasValue(String(path.dropLast(2))) }
    guard let decoded = decoded(path) else { return false }
    guard let value = decoded.value else { return nil }
    return Emptiness.isSet(value, as: facts(path)?.type ?? .any, options: facts(path)?.options ?? [:])
  }

  /// The option as text, its default where it is not written; nil where only the run can tell. A trilean that is not written is
  /// neither true nor false.
  func text(_ path: String) -> String? {
    let facts = facts(path)
    let unset = facts?.defaultValue ?? (facts?.type == .bool ? "false" : "")
    guard let decoded = decoded(path) else { return unset }
    guard let value = decoded.value else { return nil }
    switch value.content {
    case .null: return unset
    case .bool(let flag): return flag ? "true" : "false"
    case .number(let written):
      guard facts?.type == .bool || facts?.type == .trilean else { return written }
      return Double(written) == 0 ? "false" : "true"
    case .text(let text):
      guard let complete = text.typical else { return nil }
      if facts?.type == .trilean, complete.isEmpty { return unset }
      if facts?.type == .bool || facts?.type == .trilean {
        return ScalarDecoding.truth(complete) == true ? "true" : "false"
      }
      return complete.isEmpty && facts?.type == .string && facts?.defaultValue?.hasPrefix(".") != true
        ? unset : complete
    case .list, .map: return ""
    case .unknown, .deferred: return nil
    }
  }

  /// Whether a text fits a pattern in which `*` stands for anything.
  static func fits(_ text: String, _ pattern: String) -> Bool {
    let parts = pattern.parts(separatedBy: "*").map { Array($0.utf8) }
    var rest = Array(text.utf8)[...]
    guard parts.count > 1, let first = parts.first, let last = parts.last else { return text == pattern }
    guard rest.starts(with: first), rest.count >= first.count + last.count else { return false }
    rest = rest.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let found = rest.indices.first(where: { rest[$0...].starts(with: part) }) else { return false }
      rest = rest[(found + part.count)...]
    }
    return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
  }
}

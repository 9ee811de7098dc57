import Diagnostics
import Source

/// Reads options as Packer's decoder does: names in any case, values converted where they can be.
struct OptionDecoder {
  /// An option that was read: where it stands, and its value unless that cannot be decoded.
  struct Decoded {
    let key: Location
    let value: OptionValue?
  }

  private let component: ConfiguredComponent
  private let facts: Component
  private(set) var faults: [ComponentFault] = []
  /// The options by their proper names; the last of several counts.
  private(set) var values: [String: Decoded] = [:]

  init(_ component: ConfiguredComponent, _ facts: Component) {
    self.component = component
    self.facts = facts
  }

  mutating func decode() {
    let written = component.options.entries.map { (key: $0.name, value: $0.value) }
    values = decode(written, options: facts.options, path: "")
  }

  mutating func note(_ problem: ComponentFault.Problem, at location: Location, because: String? = nil) {
    faults.append(
      ComponentFault(
        problem: problem, location: location, related: [], kind: component.kind,
        component: component.type.value,
        because: because))
  }

  /// Reads the entries of the component or of a nested object.
  private mutating func decode(
    _ entries: [(key: Located<String>, value: OptionValue)], options: [String: OptionFacts], path: String
  ) -> [String: Decoded] {
    var decoded: [String: Decoded] = [:]
    let exact = Set(entries.map(\.key.value).filter { options[$0] != nil })
    for (key, value) in entries {
      let name = key.value
      // An exact name wins; the same option in another case is then unknown.
      guard let option = options.matching(name), option.name == name || !exact.contains(option.name) else {
        noteUnknown(key, value, options: options, path: path)
        continue
      }
      noteState(of: option, at: key.location, path: path)
      let isDecoded = check(value, option.type, option, path: path + option.name)
      decoded[option.name] = Decoded(key: key.location, value: isDecoded ? value : nil)
    }
    return decoded
  }

  /// An option that newer releases brought, or that should not be written.
  private mutating func noteState(of option: OptionFacts, at location: Location, path: String) {
    let name = path + option.name
    if let since = option.since {
      note(.newerOption(name, since: since), at: location)
    } else if option.isInternal {
      note(.internalOption(name), at: location)
    } else if option.isDeprecated {
      note(.deprecatedOption(name), at: location)
    } else if let release = option.goneSince {
      note(.goneOption(name, since: release), at: location)
    }
  }

  private mutating func noteUnknown(
    _ key: Located<String>, _ value: OptionValue, options: [String: OptionFacts], path: String
  ) {
    if path.isEmpty {
      if key.value.hasPrefix("packer_") { return facts.readsCoreKeys ? checkCore(key.value, value) : () }
      if let replacement = facts.removedOptions[key.value] {
        let known = replacement.flatMap { options[$0] == nil ? nil : $0 }
        return note(.removedOption(key.value, replacement: known), at: key.location)
      }
    }
    var names = Set(options.keys)
    if path.isEmpty { names.formUnion(TemplateComponent.coreKeys(of: component.kind)) }
    note(
      .unknownOption(path + key.value, nearest: Suggestion.names(near: key.value, among: names)),
      at: key.location)
  }

  /// Whether a value can be decoded; notes each part that cannot.
  mutating func check(_ value: OptionValue, _ type: OptionType, _ facts: OptionFacts, path: String) -> Bool {
    switch value.content {
    case .null, .unknown: return true
    default: break
    }
    switch type {
    case .any: return true
    case .list(let item): return checkList(value, item, facts, path: path)
    case .map(let item): return checkMap(value, item, facts, path: path)
    case .object: return checkObject(value, facts, path: path)
    case .bytes: return checkList(value, .int, facts, path: path, isBytes: true)
    case .string, .bool, .int, .uint, .float, .duration, .trilean:
      if ScalarDecoding(type).accepts(value) { return true }
      return noteType(value, type, path: path)
    }
  }

  mutating func noteType(_ value: OptionValue, _ type: OptionType, path: String) -> Bool {
    note(.wrongType(path, expected: type, got: value.described), at: value.location)
    return false
  }

  private mutating func checkList(
    _ value: OptionValue, _ item: OptionType, _ facts: OptionFacts, path: String, isBytes: Bool = false
  ) -> Bool {
    switch value.content {
    case .list(let items):
      var isDecoded = true
      for (index, element) in items.enumerated() {
        isDecoded = check(element, item, facts, path: "\(path)[\(index)]") && isDecoded
      }
      return isDecoded
    case .map(let entries): return entries.isEmpty || check(value, item, facts, path: "\(path)[0]")
    // A text is cut at its commas.
    case .text(let text):
      guard let complete = text.typical else { return true }
      if isBytes, !complete.isEmpty { return noteType(value, .bytes, path: path) }
      let parts = complete.parts(separatedBy: ",")
      if complete.isEmpty || parts.allSatisfy({ ScalarDecoding.acceptsPart($0, item) }) { return true }
      return noteType(value, .list(item), path: path)
    case .bool, .number: return check(value, item, facts, path: path)
    case .deferred where item == .object && !facts.options.isEmpty:
      return noteType(value, .list(item), path: path)
    case .null, .unknown, .deferred: return true
    }
  }

  private mutating func checkMap(
    _ value: OptionValue, _ item: OptionType, _ facts: OptionFacts, path: String
  ) -> Bool {
    switch value.content {
    case .map(let entries):
      var isDecoded = true
      for entry in entries {
        isDecoded = check(entry.value, item, facts, path: "\(path).\(entry.key.value)") && isDecoded
      }
      return isDecoded
    // The objects of a list are laid over each other.
    case .list(let items):
      var isDecoded = true
      for (index, element) in items.enumerated() {
        let place = if case .map = element.content { path } else { "\(path)[\(index)]" }
        isDecoded = checkMap(element, item, facts, path: place) && isDecoded
      }
      return isDecoded
    case .unknown, .null: return true
    case .bool, .number, .text, .deferred: return noteType(value, .map(item), path: path)
    }
  }

  private mutating func checkObject(_ value: OptionValue, _ facts: OptionFacts, path: String) -> Bool {
    guard case .map(let entries) = value.content else { return noteType(value, .object, path: path) }
    // Nothing is known of what it holds.
    if facts.options.isEmpty { return true }
    let before = faults.count
    _ = decode(entries, options: facts.options, path: path + ".")
    return faults.count == before
  }
}

extension OptionValue {
  /// The value in words for people, without what it says.
  var described: String {
    switch content {
    case .null: "null"
    case .bool(let flag): "`\(flag)`"
    case .number(let written): "the number `\(written)`"
    case .text(let text): text.secrets.isEmpty ? "the text `\(text.shown)`" : "a secret text"
    case .deferred: "a text"
    case .list: "a list"
    case .map: "an object"
    case .unknown: "an unknown value"
    }
  }
}

import DataSyntax
import Source

/// Reads a file of `rules/chef/resources`: packed as JSON, or as YAML.
struct ResourceFile {
  private let root: DataNode

  init(_ bytes: [UInt8], path: String) {
    let text = DerivedText(SourceFile(FileID(path), bytes: bytes))
    root = DataParser.parse(text, as: bytes.first == UInt8(ascii: "{") ? .json : .yaml).tree.root
  }

  /// The facts of a resource on top of those of its parent.
  func facts(named name: String, over parent: ResourceFacts?) -> ResourceFacts {
    var properties = parent?.properties ?? [:]
    for entry in root["properties"]?.entries ?? [] {
      guard let key = entry.key.string else { continue }
      properties[key] = property(entry.value)
    }
    let own = texts(root["actions"])
    let inherited = parent?.actions ?? []
    let given = texts(root["default"])
    return ResourceFacts(
      className: root["class"]?.string ?? name, name: name, parent: parentName,
      isCallable: root["dsl"]?.bool ?? true,
      actions: inherited + own.filter { !inherited.contains($0) },
      defaultAction: given.isEmpty ? parent?.defaultAction ?? ["nothing"] : given,
      properties: properties, demands: (root["demands"]?.items ?? []).map(demand),
      since: root["since"]?.string, isDeprecated: root["deprecated"]?.bool ?? false)
  }

  var parentName: String? { root["is"]?.string }

  /// The candidates for each name, in order.
  var candidates: [String: [ResourceCandidate]] {
    var found: [String: [ResourceCandidate]] = [:]
    for entry in root.entries {
      guard let name = entry.key.string else { continue }
      found[name] = entry.value.items.map { item in
        ResourceCandidate(
          resource: item["resource"]?.string ?? name, systems: texts(item["os"]),
          families: texts(item["family"]), platforms: texts(item["platform"]),
          version: item["version"]?.string)
      }
    }
    return found
  }

  private func texts(_ node: DataNode?) -> [String] {
    guard let node else { return [] }
    return node.kind == .sequence ? node.items.compactMap(\.string) : node.string.map { [$0] } ?? []
  }

  /// `{any: [user, group], for: [create]}`, `{not: [user, group], for: [create]}`.
  private func demand(_ node: DataNode) -> PropertyDemand {
    PropertyDemand(
      kind: node["any"] == nil ? .notTogether : .any, properties: texts(node["any"] ?? node["not"]),
      actions: texts(node["for"]), error: node["error"]?.string ?? "RuntimeError")
  }

  /// A property: its kinds alone, or a mapping.
  private func property(_ node: DataNode) -> PropertyFacts {
    var facts = PropertyFacts()
    guard node.kind == .mapping else {
      facts.kinds = kinds(node.string)
      return facts
    }
    facts.kinds = kinds(node["type"]?.string)
    facts.isName = node["name"]?.bool ?? false
    if let required = node["required"] {
      facts.need = required.kind == .sequence ? .forActions(texts(required)) : .always
    }
    facts.equals = node["equal"]?.items.map(constant) ?? []
    facts.patterns = texts(node["regex"])
    facts.check = node["check"]?.string.flatMap(check)
    facts.coercion = node["coerce"]?.string.map { PropertyFacts.Coercion(rawValue: $0) ?? .other }
    facts.defaultValue = node["lazy"] == nil ? node["default"].map(constant) : .computed
    facts.isSensitive = node["sensitive"]?.bool ?? false
    facts.isDeprecated = node["deprecated"] != nil
    facts.since = node["since"]?.string
    facts.alias = node["alias"]?.string
    facts.ignoresNil = node["nil"]?.string == "ignored"
    facts.isCall = node["call"]?.bool ?? false
    facts.needsBlock = node["block"]?.bool ?? false
    return facts
  }

  /// `mode`, `address`, `ipv4`, `date`, `cipher`, `keys first second`, `items first second`, `0..10`, `1..`, `schedule 1..12 jan feb`; nil for what is not told here.
  private func check(_ text: String) -> PropertyFacts.Check? {
    if text == "mode" { return .mode }
    if text == "address" { return .address }
    if text == "ipv4" { return .address4 }
    if text == "date" { return .date }
    if text == "cipher" { return .cipher }
    var words = text.split(separator: " ").map(String.init)
    if words.first == "keys" { return .keys(Array(words.dropFirst())) }
    if words.first == "items" { return .items(Array(words.dropFirst())) }
    let isSchedule = words.first == "schedule"
    if isSchedule { words.removeFirst() }
    guard let limits = words.first?.split(separator: "."), let first = limits.first.flatMap({ Int($0) })
    else {
      return nil
    }
    let last = limits.count > 1 ? Int(limits[1]) : nil
    guard isSchedule else { return .range(first, last) }
    return .schedule(first, last ?? .max, names: Array(words.dropFirst()))
  }

  private func kinds(_ text: String?) -> [PropertyFacts.Kind] {
    guard let text, text != "any" else { return [] }
    let words = text.split(separator: "|")
    return words.contains("any") ? [] : words.map { kind(String($0)) }
  }

  private func kind(_ word: String) -> PropertyFacts.Kind {
    switch word {
    case "true": .true
    case "false": .false
    case "nil": .nil
    case _ where word.hasPrefix(":"): .symbol(String(word.dropFirst()))
    case _ where word.hasPrefix("'"): .text(String(word.dropFirst().dropLast()))
    case _ where word.hasPrefix("/"): .pattern(String(word.dropFirst().dropLast()))
    default: .instance(word)
    }
  }

  private func constant(_ node: DataNode) -> PropertyFacts.Constant {
    switch node.kind {
    case .bool: return .bool(node.bool ?? false)
    case .number: return node.integer.map { .integer($0) } ?? .computed
    case .string:
      let text = node.string ?? ""
      return text.hasPrefix(":") ? .symbol(String(text.dropFirst())) : .text(text)
    case .sequence: return .list(node.items.map(constant))
    case .mapping: return node.entries.isEmpty ? .emptyMap : .computed
    case .null, .missing: return .null
    }
  }
}

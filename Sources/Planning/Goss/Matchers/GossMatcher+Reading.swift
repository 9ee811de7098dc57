import DataSyntax
import GoTemplate
import Source

extension GossMatcher {
  /// Reads an expected value; throws goss's words for what is no matcher.
  static func read(_ node: DataNode) throws(GossError) -> GossMatcher {
    try GossMatcherReader().matcher(node)
  }

  /// The matcher of line patterns, where goss reads a text line by line.
  static func patterns(_ node: DataNode) -> GossMatcher {
    GossMatcher(.patterns(GossPatterns(GossValue(node), at: node.location)), at: node.location)
  }
}

/// Reads matchers: each named one is a map of one key.
private struct GossMatcherReader {
  func matcher(_ node: DataNode) throws(GossError) -> GossMatcher {
    let value = GossValue(node)
    switch value {
    case .text: return converted(.toString, .equal(value), node)
    case .integer, .float: return converted(.toNumeric, .number("eq", value), node)
    case .bool: return made(.equal(value), node)
    case .list: return made(.elements(try matchers(node, "")), node)
    case .null: throw GossError("Syntax Error: Missing required attribute")
    case .map(let entries, hasPlainKeys: true):
      guard entries.count <= 1 else {
        let keys = entries.map { GoQuotedText.quoted($0.key) }.joined(separator: " ")
        throw GossError(
          "Syntax Error: Invalid matcher configuration. At a given nesting level, only one matcher is allowed. "
            + "Found multiple matchers: [\(keys)]")
      }
      guard let entry = node.entries.first else {
        throw GossError("Syntax Error: Invalid matcher configuration. There is no matcher in the empty map")
      }
      return try named(GossValue(entry.key).printed, entry.value, of: node)
    case .map, .unsigned, .time, .texts: throw invalid("matcher", "map", value)
    }
  }

  private func named(_ name: String, _ node: DataNode, of outer: DataNode) throws(GossError) -> GossMatcher {
    switch name {
    case "equal": return made(.equal(GossValue(node)), outer)
    case "have-prefix", "have-suffix", "contain-substring":
      guard let part = GossMatcher.Part(rawValue: name) else { break }
      return converted(.toString, .part(part, Array(try text(node, name).utf8)), outer)
    case "match-regexp": return converted(.toString, .expression(GossExpression(try text(node, name))), outer)
    case "have-len": return made(.length(try length(node)), outer)
    case "have-patterns":
      guard node.kind == .sequence else { throw invalid(name, "array", GossValue(node)) }
      return converted(.toString, .patterns(GossPatterns(GossValue(node), at: node.location)), outer)
    case "have-key": return made(.key(try matcher(node)), outer)
    case "contain-element":
      switch GossValue(node) {
      case .map, .text, .float, .integer: break
      case let value: throw invalid(name, "matcher, string or numeric", value)
      }
      return converted(.toArray, .element(try matcher(node)), outer)
    case "contain-elements":
      return converted(.toArray, .elements(try matchers(node, "contains-elements")), outer)
    case "consist-of": return made(.consist(try matchers(node, name)), outer)
    case "not": return made(.not(try matcher(node)), outer)
    case "and": return made(.and(try matchers(node, name)), outer)
    case "or": return made(.or(try matchers(node, name)), outer)
    case "gt", "ge", "lt", "le": return converted(.toNumeric, .number(name, GossValue(node)), outer)
    case "semver-constraint": return made(.versions(GossVersions(try text(node, name))), outer)
    case "gjson": return made(.and(try paths(node)), outer)
    default: break
    }
    throw GossError("Syntax Error: Unknown matcher: \(name)")
  }

  private func text(_ node: DataNode, _ name: String) throws(GossError) -> String {
    guard let text = GossValue(node).string else { throw invalid(name, "string", GossValue(node)) }
    return text
  }

  private func length(_ node: DataNode) throws(GossError) -> Int {
    switch GossValue(node) {
    case .integer(let number): return number
    case .float(let number): return GoInteger(truncating: number).value
    case let value: throw invalid("have-len", "numeric", value)
    }
  }

  private func matchers(_ node: DataNode, _ name: String) throws(GossError) -> [GossMatcher] {
    guard node.kind == .sequence else { throw invalid(name, "array", GossValue(node)) }
    var matchers: [GossMatcher] = []
    for item in node.items { matchers.append(try matcher(item)) }
    return matchers
  }

  private func paths(_ node: DataNode) throws(GossError) -> [GossMatcher] {
    guard case .map(_, hasPlainKeys: true) = GossValue(node) else {
      throw invalid("gjson", "map", GossValue(node))
    }
    var matchers: [GossMatcher] = []
    for entry in node.entries {
      let inner = try matcher(entry.value)
      matchers.append(made(.converted(.path(entry.key.string ?? ""), inner), entry.value))
    }
    return matchers
  }

  private func made(_ form: GossMatcher.Form, _ node: DataNode) -> GossMatcher {
    GossMatcher(form, at: node.location)
  }

  private func converted(_ conversion: GossConversion, _ form: GossMatcher.Form, _ node: DataNode)
    -> GossMatcher
  {
    made(.converted(conversion, made(form, node)), node)
  }

  private func invalid(_ name: String, _ expected: String, _ value: GossValue) -> GossError {
    GossError(
      "Syntax Error: Invalid '\(name)' argument. Expected \(expected) value, but received: \(value.type): \(value.quoted)"
    )
  }
}

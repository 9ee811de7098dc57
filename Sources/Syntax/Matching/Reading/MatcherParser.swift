package import DataSyntax
package import Diagnostics
import RegularExpressions
import Source

/// Reads matchers from the nodes of a spec; faults become diagnostics at the exact node.
package struct MatcherParser {
  /// Whose reading of doubtful notations counts.
  package enum Dialect: Sendable { case ovenproof, goss }

  /// What a list means where the matcher stands.
  package enum Position: Sendable {
    /// Elements of a list.
    case value
    /// Patterns for the lines of a text.
    case lines
  }

  /// What a plain scalar means for a property with notations of its own, such as modes.
  package enum Plain: Sendable {
    /// What it means everywhere.
    case standard
    case form(Matcher.Form)
    case fault(Diagnostic)

    /// Whether null is a value like others.
    var isNull: Bool { if case .form(.exact(.null)) = self { true } else { false } }
  }

  private static let deepest = 32
  private static let mostNodes = 100_000

  package private(set) var diagnostics: [Diagnostic] = []
  let dialect: Dialect
  /// Whether what is asserted are versions, which are no numbers: `1.10` is later than `1.9`.
  let isOfVersions: Bool
  private let plain: (DataNode) -> Plain
  private var depth = 0
  private var nodeCount = 0

  package init(
    _ dialect: Dialect = .ovenproof, isOfVersions: Bool = false,
    plain: @escaping (DataNode) -> Plain = { _ in .standard }
  ) {
    self.dialect = dialect
    self.isOfVersions = isOfVersions
    self.plain = plain
  }

  /// The matcher that a node stands for; nil after a fault, which is then among the diagnostics.
  package mutating func matcher(_ node: DataNode, at position: Position = .value) -> Matcher? {
    nodeCount += 1
    guard depth < Self.deepest else {
      return fault(node, "matchers are nested more than \(Self.deepest) deep")
    }
    guard nodeCount <= Self.mostNodes else {
      // Said once: an alias inside aliases would say it endlessly.
      return nodeCount == Self.mostNodes + 1
        ? fault(node, "matchers are repeated more than \(Self.mostNodes) times") : nil
    }
    depth += 1
    defer { depth -= 1 }
    return form(node, at: position).map { Matcher($0, at: node.location) }
  }

  private mutating func form(_ node: DataNode, at position: Position) -> Matcher.Form? {
    switch node.kind {
    case .null where plain(node).isNull: return .exact(.null)
    case .missing, .null:
      return fault(node, "a value is missing", help: "write what is expected, or take the line out")
    case .bool, .number, .string:
      switch plain(node) {
      case .standard: return scalar(node)
      case .form(let form): return form
      case .fault(let diagnostic): return refuse(diagnostic)
      }
    case .sequence:
      guard !isVacuous(node) else { return nil }
      if position == .lines { return patterns(node).map { .patterns($0) } }
      return matchers(node, at: .value).map { .elements($0) }
    case .mapping: return named(node, at: position)
    }
  }

  /// Refuses a list without elements, which fits everything; goss lets it pass.
  mutating func isVacuous(_ node: DataNode) -> Bool {
    guard dialect == .ovenproof, node.kind == .sequence, node.items.isEmpty else { return false }
    report(
      Diagnostic(
        "spec/asserts-nothing", .error, "an empty list asserts nothing", at: node.location,
        help: "that there is nothing is `{have-len: 0}`"))
    return true
  }

  private func scalar(_ node: DataNode) -> Matcher.Form {
    switch Subject(node) {
    case .bool(let value): .bool(value)
    case .number(let number): .number(number)
    default: .text(node.string ?? "")
    }
  }

  /// All matchers of a list, or nil when one of them is at fault.
  mutating func matchers(_ node: DataNode, at position: Position) -> [Matcher]? {
    guard node.kind == .sequence else { return wrongKind(node, expected: "a list of matchers") }
    let read = node.items.map { matcher($0, at: position) }
    let matchers = read.compactMap { $0 }
    return matchers.count == read.count ? matchers : nil
  }

  /// The value of `equal`: what a property with its own notations makes of a scalar, in lists and maps as well, else the plain value.
  mutating func value(_ node: DataNode) -> Subject? {
    guard count(node) else { return fault(node, "the value repeats more than \(Self.mostNodes) nodes") }
    return subject(node)
  }

  private mutating func subject(_ node: DataNode) -> Subject? {
    switch node.kind {
    case .missing, .null: return .null
    case .sequence:
      let items = node.items.map { subject($0) }
      return items.contains { $0 == nil } ? nil : .list(items.compactMap { $0 })
    case .mapping:
      var entries: [Subject.Entry] = []
      for entry in node.entries {
        guard let value = subject(entry.value) else { return nil }
        entries.append(.init(entry.key.string ?? "", value))
      }
      return .map(entries)
    case .bool, .number, .string:
      switch plain(node) {
      case .form(.text(let text)): return .text(text)
      case .form(.expression), .form(.not): return .text(node.string ?? "")
      case .form(.number(let number)): return .number(number)
      case .form(.exact(let value)): return value
      case .form, .standard: return Subject(node)
      case .fault(let diagnostic): return refuse(diagnostic)
      }
    }
  }

  /// Counts the nodes of a value before it is copied; aliases inside aliases would make endlessly many.
  private mutating func count(_ node: DataNode) -> Bool {
    var waiting = [node]
    while let next = waiting.popLast() {
      nodeCount += 1
      guard nodeCount <= Self.mostNodes else { return false }
      waiting += next.items + next.entries.map(\.value)
    }
    return true
  }

  /// What a plain scalar means for the property.
  func notation(of node: DataNode) -> Plain { plain(node) }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Notes a fault and stands for the value that could not be read.
  mutating func refuse<Value>(_ diagnostic: Diagnostic) -> Value? {
    report(diagnostic)
    return nil
  }

  mutating func fault<Value>(_ node: DataNode, _ message: String, help: String? = nil) -> Value? {
    refuse(Diagnostic("spec/bad-matcher", .error, message, at: node.location, help: help))
  }

  mutating func wrongKind<Value>(_ node: DataNode, expected: String) -> Value? {
    fault(node, "this is \(node.kind.words), where \(expected) is expected")
  }
}

extension DataNode.Kind {
  /// The kind with its article, for sentences.
  package var words: String {
    switch self {
    case .missing: "nothing"
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .sequence: "a list"
    case .mapping: "a map"
    }
  }
}

import DataSyntax
import Diagnostics
import Matching
import Source

/// Reads what inputs a spec takes, and finds the value of each.
struct InputReader {
  private let values: InputValues
  private(set) var table = InputTable()
  private(set) var declarations: [InputDeclaration] = []
  private var reader = SpecReader()

  var diagnostics: [Diagnostic] { reader.diagnostics }

  init(_ values: InputValues) { self.values = values }

  mutating func read(_ section: DataNode?) {
    guard let section else { return }
    guard section.kind == .mapping, !section.entries.isEmpty else {
      reader.wrongKind(
        section, "a map of inputs", help: "write `inputs: {port: {type: number, default: 8080}}`")
      return
    }
    for entry in reader.unique(section) {
      let count = reader.diagnostics.count
      guard let declaration = declaration(entry) else { continue }
      declarations.append(declaration)
      resolve(declaration, isSound: reader.diagnostics.count == count)
    }
  }

  private mutating func declaration(_ entry: DataEntry) -> InputDeclaration? {
    let name = entry.key.string ?? ""
    let place = entry.key.contentLocation
    guard InputReference.isName(name) else {
      reader.report(
        "spec/wrong-value", "`\(name)` cannot be the name of an input", at: place,
        help: "letters, digits, `-` and `_` make one")
      return nil
    }
    let isEmpty = entry.value.kind == .null || entry.value.kind == .missing
    guard entry.value.kind == .mapping || isEmpty else {
      reader.wrongKind(entry.value, "a map", help: "write `{default: \(entry.value.string ?? "…")}`")
      return nil
    }
    var kind = InputKind.text
    var (initial, choices, isSensitive): (DataNode?, [String], DataNode?) = (nil, [], nil)
    for entry in reader.unique(entry.value) {
      let node = entry.value
      switch entry.key.string {
      case "type": kind = reader.choice(node) ?? kind
      case "default": initial = node
      case "one-of": choices = reader.words(ofSetting: node) ?? []
      case "sensitive": isSensitive = (reader.flag(node) ?? false) ? node : nil
      case "about": _ = reader.text(node)
      default:
        let words = InputDeclaration.keys.map(\.word)
        reader.unknown(
          entry.key.string ?? "", entry.key, among: words,
          help: "an input has \(words.joined(separator: ", "))")
      }
    }
    if let isSensitive, !isPossible(kind, initial, isSensitive) { initial = nil }
    let declaration = InputDeclaration(
      name: name, place: place, kind: kind, initial: nil, choices: choices, isSensitive: isSensitive != nil)
    let value = initial.flatMap { self.value(.node($0), of: declaration) }
    return InputDeclaration(
      name: name, place: place, kind: kind, initial: value, choices: choices,
      isSensitive: isSensitive != nil)
  }

  /// A value that stands in the file is no secret, and numbers and flags are too common to be hidden.
  private mutating func isPossible(_ kind: InputKind, _ initial: DataNode?, _ sensitive: DataNode) -> Bool {
    if kind == .number || kind == .flag {
      reader.report(
        "spec/wrong-value", "only a text or a list can be sensitive, this is \(kind.words)",
        at: sensitive.location, help: "make it a text")
    }
    guard let initial else { return true }
    reader.report(
      "spec/wrong-value", "a sensitive input has no default: it would stand here for all to read",
      at: initial.location, help: "take it out, and give the value with `--input-file`")
    return false
  }

  /// Finds the value; where the declaration is at fault, that it gives none is no further fault.
  private mutating func resolve(_ declaration: InputDeclaration, isSound: Bool) {
    if let given = values.given[declaration.name] {
      // After a fault nothing is to be said of what depends on it.
      table.set(declaration, to: value(given, of: declaration).map { .value($0) } ?? .open)
    } else if let value = declaration.initial {
      table.set(declaration, to: .value(value))
    } else {
      table.set(declaration, to: .open)
      guard !values.isOpen, isSound else { return }
      reader.report(
        "spec/missing-input", "the input `\(declaration.name)` has no value", at: declaration.place,
        help: declaration.isSensitive
          ? "give it one in a file: `--input-file FILE`" : "give it one: `--input \(declaration.name)=…`")
    }
  }

  /// The value as the input's kind asks for it, or nil after a fault.
  private mutating func value(
    _ given: InputValues.Given, of declaration: InputDeclaration
  ) -> InputValue? {
    // A sensitive value is not pointed at, for what is pointed at is shown.
    let place =
      if case .node(let node) = given, !declaration.isSensitive { node.location } else { declaration.place }
    let read: InputValue? =
      switch given {
      case .text(let text): Self.value(text, declaration.kind)
      case .node(let node): Self.value(node, declaration.kind)
      case .value(let value): Self.value(value, declaration.kind)
      }
    guard let value = read else {
      reader.report(
        "spec/wrong-value",
        "the input `\(declaration.name)` is \(declaration.kind.words), which the value that it gets is not",
        at: place)
      return nil
    }
    guard !declaration.choices.isEmpty,
      let other = value.texts.first(where: { !declaration.choices.contains($0) })
    else { return value }
    let shown = declaration.isSensitive ? "its value" : "`\(other)`"
    let nearest = Suggestion.nearest(to: other, among: declaration.choices)
    reader.report(
      "spec/wrong-value", "the input `\(declaration.name)` cannot be \(shown)", at: place,
      help: nearest.map { "did you mean `\($0)`?" }
        ?? "it is one of \(declaration.choices.joined(separator: ", "))")
    return nil
  }

  /// A text of the command line; a list is written with commas.
  private static func value(_ text: String, _ kind: InputKind) -> InputValue? {
    switch kind {
    case .text: return .text(text)
    case .number: return Number(text: text) == nil ? nil : .number(text)
    case .flag: return text == "true" ? .flag(true) : text == "false" ? .flag(false) : nil
    case .list:
      return .list(text.split(separator: ",").map { String($0).trimmingBlanks }.filter { !$0.isEmpty })
    }
  }

  private static func value(_ node: DataNode, _ kind: InputKind) -> InputValue? {
    switch (kind, node.kind) {
    case (.text, .string), (.text, .number), (.text, .bool): return .text(node.string ?? "")
    case (.number, .number): return .number(node.string ?? "")
    case (.flag, .bool): return node.bool.map { .flag($0) }
    case (.list, .sequence):
      let texts = node.items.compactMap { $0.kind == .null ? nil : $0.string }
      return texts.count == node.items.count ? .list(texts) : nil
    default: return nil
    }
  }

  private static func value(_ value: InputValue, _ kind: InputKind) -> InputValue? {
    switch (kind, value) {
    case (.list, .list), (.flag, .flag), (.number, .number), (.text, .text): value
    case (.text, _): value.text.map { .text($0) }
    case (_, .text(let text)): Self.value(text, kind)
    default: nil
    }
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    let rest = utf8.drop { $0 == 0x20 }
    let kept = rest.reversed().drop { $0 == 0x20 }.reversed()
    return String(decoding: Array(kept), as: UTF8.self)
  }
}

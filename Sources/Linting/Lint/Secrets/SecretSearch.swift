import DataSyntax
import Diagnostics
import Packer
package import Source

/// Looks for secrets in a template: by what an option is for, by what a variable is used for, by what a value looks like.
package struct SecretSearch: Sendable {
  /// A secret that is written out.
  package struct Secret: Sendable {
    package let message: String
    package let location: Location
  }

  private let template: PackerTemplate
  private let catalog: ComponentCatalog
  private let uses: [Located<String>]
  /// What is to be told of.
  package private(set) var found: [Secret] = []
  /// What no output may show: beside what was found, every value whose place makes it a secret, however harmless it looks.
  package private(set) var concealed: Set<Location> = []
  private var places: Set<Location> = []
  /// Variables that secret options read, with the option's name.
  private var readers: [String: String] = [:]
  /// Whether the keys that were met may be names of secrets: a template has few, and repeats them.
  private var judgedKeys: [String: Bool] = [:]

  init(_ template: PackerTemplate, _ evaluation: Evaluation, _ catalog: ComponentCatalog) {
    self.template = template
    self.catalog = catalog
    uses = evaluation.variableUses
    run()
    concealed.formUnion(places)
  }

  private mutating func run() {
    for component in template.components {
      guard let type = component.type?.value, let facts = catalog[component.kind, type] else { continue }
      let subject = "\(component.kind.words) `\(type)`"
      for entries in [component.options] + component.overrides.map(\.options) {
        searchOptions(entries, facts.options, of: subject)
      }
    }
    searchVariables()
    searchShapes(in: template.root, key: nil)
  }

  private mutating func searchOptions(
    _ entries: [TemplateEntry], _ facts: [String: OptionFacts], of subject: String
  ) {
    for entry in entries {
      guard let option = facts.matching(entry.name.value) else {
        if isNearSecret(entry.name.value, facts) { conceal(entry.value) }
        continue
      }
      if option.isSensitive {
        conceal(entry.value)
        if !Self.harmless.contains(option.name) { note(entry.value, option: option.name, of: subject) }
      }
      if !option.options.isEmpty {
        let objects = entry.value.kind == .list ? entry.value.items : [entry.value]
        for object in objects { searchOptions(object.entries, option.options, of: subject) }
      }
    }
  }

  /// Whether an option that there is not was meant to be one that holds a secret.
  private func isNearSecret(_ name: String, _ facts: [String: OptionFacts]) -> Bool {
    SecretName.mayBe(name)
      || Suggestion.names(near: name, among: facts.keys).contains { facts[$0]?.isSensitive == true }
  }

  /// Options that are kept out of logs and yet give nothing away.
  private static let harmless: Set = ["public_key", "ssh_public_key", "username"]

  private mutating func note(_ value: TemplateValue, option: String, of subject: String) {
    guard let text = value.text?.string else { return }
    for use in uses where value.location.range.contains(use.location.range) {
      readers[use.value] = readers[use.value] ?? option
    }
    if SecretShape.isLiteral(text) {
      add("option `\(option)` of \(subject) holds a secret in plain text", at: value.contentLocation)
    }
  }

  private mutating func searchVariables() {
    let sensitive = Set(template.sensitiveVariables.map(\.value))
    for variable in template.variables {
      let name = variable.name.value
      if isSecret(name) { conceal(variable.value) }
      guard let text = variable.value.text?.string, SecretShape.isLiteral(text) else { continue }
      if let option = readers[name] {
        add(
          "variable `\(name)`, read by option `\(option)`, holds a secret in plain text",
          at: variable.value.contentLocation)
      } else if sensitive.contains(name) || (SecretShape.isSecretName(name) && SecretShape.isRandom(text)) {
        add("variable `\(name)` holds a secret in plain text", at: variable.value.contentLocation)
      }
    }
  }

  /// Searches every text for what looks like a secret, and values of keys that are named as one.
  private mutating func searchShapes(in value: TemplateValue, key: String?) {
    for entry in value.entries {
      if let key = entry.key { addShapes(in: key) }
      searchShapes(in: entry.value, key: entry.name.value)
    }
    for item in value.items {
      if key == "environment_vars" { searchAssignment(item) }
      searchShapes(in: item, key: nil)
    }
    if let key, mayNameSecret(key) { conceal(value) }
    guard let text = value.text, !places.contains(value.contentLocation) else { return }
    addShapes(in: text)
    let word = text.string
    if let key, SecretShape.isSecretName(key), SecretShape.isLiteral(word), SecretShape.isRandom(word) {
      add("`\(key)` holds a secret in plain text", at: value.contentLocation)
    }
  }

  private mutating func mayNameSecret(_ key: String) -> Bool {
    if let judged = judgedKeys[key] { return judged }
    let judged = SecretName.mayBe(key)
    judgedKeys[key] = judged
    return judged
  }

  private mutating func addShapes(in text: DerivedText) {
    let hidden = SecretShape.hiddenRanges(of: text.bytes)
    // Whatever is told of is hidden: most texts need one look.
    guard !hidden.isEmpty else { return }
    for part in hidden { concealed.insert(text.location(of: part.range)) }
    for shape in SecretShape.all(in: text.bytes) {
      add("\(shape.what) stands in plain text", at: text.location(of: shape.range))
    }
  }

  /// Searches `NAME=value` for a secret, told by the name.
  private mutating func searchAssignment(_ item: TemplateValue) {
    guard let text = item.text, let mark = text.bytes.firstIndex(of: UInt8(ascii: "=")) else { return }
    let name = String(decoding: text.bytes[..<mark], as: UTF8.self)
    let value = String(decoding: text.bytes[(mark + 1)...], as: UTF8.self)
    guard SecretName.mayBe(name), SecretShape.isLiteral(value) else { return }
    let place = text.location(of: ByteRange(mark + 1, text.bytes.count))
    concealed.insert(place)
    if SecretShape.isSecretName(name), SecretShape.isRandom(value) {
      add("`\(name)` holds a secret in plain text", at: place)
    }
  }

  /// Whether a variable holds a secret: it is called one, is named as one, or a secret option reads it.
  private func isSecret(_ variable: String) -> Bool {
    readers[variable] != nil || SecretName.mayBe(variable)
      || template.sensitiveVariables.contains { $0.value == variable }
  }

  /// The values of secret variables in a file of variables, however broken: what stands too deep counts as well.
  func places(inVariableFile source: SourceFile) -> [Location] {
    let tree = DataParser.parse(DerivedText(source), as: PackerTemplate.syntax(of: source)).tree
    var places: [Location] = []
    var open = [tree.root]
    var visited = 0
    while let node = open.popLast(), visited < Self.mostNodes {
      visited += 1
      for entry in node.entries {
        if isSecret(entry.key.string ?? "") {
          places.append(entry.value.location)
        } else {
          open.append(entry.value)
        }
      }
      open += node.items
    }
    return places
  }

  /// Aliases inside aliases would make endlessly many.
  private static let mostNodes = 20_000

  /// Keeps from being shown what is written out of a value; what stands between `{{` and `}}` names no secret.
  private mutating func conceal(_ value: TemplateValue) {
    for item in value.items { conceal(item) }
    if value.kind == .number { concealed.insert(value.location) }
    guard let text = value.text else { return }
    for part in Self.literalParts(of: text.bytes) { concealed.insert(text.location(of: part)) }
  }

  private static func literalParts(of text: [UInt8]) -> [ByteRange] {
    var parts: [ByteRange] = []
    var start = 0
    while start < text.count {
      let opening = (start..<text.count).first { text[$0...].starts(with: "{{".utf8) } ?? text.count
      if opening > start { parts.append(ByteRange(start, opening)) }
      start =
        (opening..<text.count).first { text[$0...].starts(with: "}}".utf8) }.map { $0 + 2 } ?? text.count
    }
    return parts
  }

  private mutating func add(_ message: String, at location: Location) {
    guard places.insert(location).inserted else { return }
    found.append(Secret(message: message, location: location))
  }
}

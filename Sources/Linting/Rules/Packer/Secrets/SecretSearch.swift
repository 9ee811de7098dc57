import Lint
import Packer
import Source

/// Looks for secrets in a template: by what an option is for, by what a variable is used for, by what a value looks like.
struct SecretSearch {
  struct Secret {
    let message: String
    let location: Location
  }

  private let template: LintedTemplate
  private(set) var found: [Secret] = []
  private var places: Set<Location> = []
  /// Variables that secret options read, with the option's name.
  private var readers: [String: String] = [:]

  init(_ template: LintedTemplate) { self.template = template }

  /// Fills `found`.
  mutating func run() {
    for component in template.template.components {
      guard let type = component.type?.value, let facts = template.catalog[component.kind, type] else {
        continue
      }
      let subject = "\(component.kind.words) `\(type)`"
      for entries in [component.options] + component.overrides.map(\.options) {
        searchOptions(entries, facts.options, of: subject)
      }
    }
    searchVariables()
    searchShapes(in: template.template.root, key: nil)
  }

  private mutating func searchOptions(
    _ entries: [TemplateEntry], _ facts: [String: OptionFacts], of subject: String
  ) {
    for entry in entries {
      guard let option = facts.matching(entry.name.value) else { continue }
      if option.isSensitive, !Self.harmless.contains(option.name) {
        note(entry.value, option: option.name, of: subject)
      }
      if !option.options.isEmpty {
        let objects = entry.value.kind == .list ? entry.value.items : [entry.value]
        for object in objects { searchOptions(object.entries, option.options, of: subject) }
      }
    }
  }

  /// Options that are kept out of logs and yet give nothing away.
  private static let harmless: Set = ["public_key", "ssh_public_key", "username"]

  private mutating func note(_ value: TemplateValue, option: String, of subject: String) {
    guard let text = value.text?.string else { return }
    for use in template.evaluation.variableUses where value.location.range.contains(use.location.range) {
      readers[use.value] = readers[use.value] ?? option
    }
    if SecretShape.isLiteral(text) {
      add("option `\(option)` of \(subject) holds a secret in plain text", at: value.contentLocation)
    }
  }

  private mutating func searchVariables() {
    let sensitive = Set(template.template.sensitiveVariables.map(\.value))
    for variable in template.template.variables {
      let name = variable.name.value
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
    for entry in value.entries { searchShapes(in: entry.value, key: entry.name.value) }
    for item in value.items {
      if key == "environment_vars" { searchAssignment(item) }
      searchShapes(in: item, key: nil)
    }
    guard let text = value.text, !places.contains(value.contentLocation) else { return }
    for shape in SecretShape.all(in: text.bytes) {
      add("\(shape.what) stands in plain text", at: text.location(of: shape.range))
    }
    let word = text.string
    if let key, SecretShape.isSecretName(key), SecretShape.isLiteral(word), SecretShape.isRandom(word) {
      add("`\(key)` holds a secret in plain text", at: value.contentLocation)
    }
  }

  /// Searches `NAME=value` for a secret, told by the name.
  private mutating func searchAssignment(_ item: TemplateValue) {
    guard let text = item.text, let mark = text.bytes.firstIndex(of: UInt8(ascii: "=")) else { return }
    let name = String(decoding: text.bytes[..<mark], as: UTF8.self)
    let value = String(decoding: text.bytes[(mark + 1)...], as: UTF8.self)
    guard SecretShape.isSecretName(name), SecretShape.isLiteral(value), SecretShape.isRandom(value) else {
      return
    }
    add(
      "`\(name)` holds a secret in plain text", at: text.location(of: ByteRange(mark + 1, text.bytes.count)))
  }

  private mutating func add(_ message: String, at location: Location) {
    guard places.insert(location).inserted else { return }
    found.append(Secret(message: message, location: location))
  }
}

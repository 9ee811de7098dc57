/// How an option that older releases of Packer had is written now, as data.
package struct OptionRewrite: Sendable {
  /// What becomes of it where the new option is there already.
  enum Beside: String, Sendable {
    /// The new option takes the old one's value.
    case replace
    /// The old one goes.
    case keep
    /// Both stay.
    case leave
  }

  let kind: ConfiguredComponent.Kind
  /// The types of component that it is for; a star at the end stands for anything, none for all types.
  let types: [String]
  /// The object in which the option stands; nil for the component itself.
  let within: String?
  let option: String
  /// Options of today beside which it is today's, too, and stays.
  let unless: [String]
  /// The new name; nil where nothing replaces it.
  let new: String?
  /// The only kind of value that is rewritten; nil for any.
  let form: TemplateValue.Kind?
  let beside: Beside
  /// The new values by the old ones, booleans as `true` and `false`; empty where the value stays.
  let values: [String: String]
  /// Whether the new option takes a list of the old value.
  let becomesList: Bool

  /// Whether it is for components of a type.
  func concerns(_ type: String) -> Bool {
    types.isEmpty || types.contains { $0.hasSuffix("*") ? type.hasPrefix($0.dropLast()) : $0 == type }
  }
}

/// A type of component that has another name now.
package struct TypeRewrite: Sendable {
  let kind: ConfiguredComponent.Kind
  let type: String
  let new: String
}

/// Everything that is written otherwise now, as the files under `rules/components/common` tell.
package struct RewriteTable: Sendable {
  var options: [OptionRewrite] = []
  var types: [TypeRewrite] = []

  /// Reads the key `rewrites` of a file.
  mutating func read(_ value: TemplateValue?, of kind: ConfiguredComponent.Kind, _ reading: inout FileReading)
  {
    for item in value?.items ?? [] {
      let entries = item.entries
      func text(_ name: String) -> String? { reading.text(entries.named(name)?.value) }
      if let type = text("type"), let new = text("to") {
        types.append(TypeRewrite(kind: kind, type: type, new: new))
      } else if let option = text("option") {
        let values = (entries.named("values")?.value.entries ?? []).map { ($0.word, $0.value.weakText ?? "") }
        options.append(
          OptionRewrite(
            kind: kind, types: reading.texts(entries.named("types")?.value), within: text("within"),
            option: option, unless: reading.texts(entries.named("unless")?.value),
            new: text("to"), form: text("of").flatMap(TemplateValue.Kind.init),
            beside: text("beside").flatMap(OptionRewrite.Beside.init) ?? .replace,
            values: Dictionary(values) { first, _ in first },
            becomesList: reading.flag(entries.named("as-list")?.value)))
      } else {
        reading.note("a rewrite names an `option` or a `type`", at: item.location)
      }
    }
  }
}

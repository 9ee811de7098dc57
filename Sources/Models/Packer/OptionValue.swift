package import Source

/// The value of an option after rendering, with the place of each part.
package struct OptionValue: Sendable {
  package indirect enum Content: Sendable {
    case null
    case bool(Bool)
    /// As written.
    case number(String)
    case text(RunText)
    case list([OptionValue])
    /// In the order of the document.
    case map([(key: Located<String>, value: OptionValue)])
    /// Rendered only while the build runs, with fields of its own.
    case deferred(DeferredText)
    /// Its text could not be rendered here.
    case unknown(UnknownReason)
  }

  package let content: Content
  /// The place of the value; of a text, inside its quotes.
  package let location: Location
  /// A text as rendered, each byte with its place, for parsers of what stands in it (a shell line); nil for anything
  /// else. A secret or a hole stands in it as `placeholder`.
  package let places: DerivedText?

  /// The word that stands for a secret or a hole in `places`: one that no parser takes apart.
  package static let placeholder = "__OVENPROOF_UNKNOWN__"

  package init(_ content: Content, at location: Location, places: DerivedText? = nil) {
    self.content = content
    self.location = location
    self.places = places
  }

  /// A scalar as text, by Packer's weak rules (numbers and booleans become text; `true` is `1`); nil for the rest.
  package var text: Known<Located<RunText>> {
    switch content {
    case .null: .absent
    case .bool(let value): .value(Located(RunText(value ? "1" : "0"), at: location))
    case .number(let written): .value(Located(RunText(NumberText.text(of: written)), at: location))
    case .text(let text): .value(Located(text, at: location))
    case .unknown(let reason): .unknown(reason)
    case .deferred(let text):
      .unknown(UnknownReason("it is rendered while the build runs", at: text.location))
    case .list, .map: .absent
    }
  }
}

/// The options of a component in one build, rendered, with `override` laid over and defaults not filled in.
package struct Options: Sendable {
  package struct Entry: Sendable {
    package let name: Located<String>
    package let value: OptionValue

    package init(name: Located<String>, value: OptionValue) {
      self.name = name
      self.value = value
    }
  }

  package let entries: [Entry]

  package init(_ entries: [Entry]) { self.entries = entries }

  /// The value of an option: the last one where it is written twice; `override`s stand last.
  package subscript(name: String) -> OptionValue? {
    entries.last { $0.name.value == name }?.value
  }

  /// A text option.
  package func text(_ name: String) -> Known<Located<RunText>> { self[name]?.text ?? .absent }

  /// A text option that is fully known before the run; nil for anything else.
  package func string(_ name: String) -> String? { text(name).value?.value.complete }

  /// A list of texts; a single text counts as a list of one (Packer's weak decoding).
  package func texts(_ name: String) -> [Located<RunText>] {
    guard let value = self[name] else { return [] }
    if case .list(let items) = value.content { return items.compactMap { $0.text.value } }
    return value.text.value.map { [$0] } ?? []
  }

  /// The values of a list; a single value counts as a list of one.
  package func values(_ name: String) -> [OptionValue] {
    guard let value = self[name] else { return [] }
    if case .list(let items) = value.content { return items }
    if case .null = value.content { return [] }
    return [value]
  }

  /// An option that is rendered while the build runs, such as `execute_command`.
  package func deferred(_ name: String) -> DeferredText? { deferredTexts(name).first }

  /// A list option whose items are rendered while the build runs, such as `run_command`.
  package func deferredTexts(_ name: String) -> [DeferredText] {
    values(name).compactMap { if case .deferred(let text) = $0.content { text } else { nil } }
  }

  /// A boolean option; texts as Packer reads them (`"true"`, `"1"`, …).
  package func flag(_ name: String) -> Bool? {
    guard let value = self[name] else { return nil }
    switch value.content {
    case .bool(let flag): return flag
    case .number(let written): return written != "0"
    case .text(let text):
      switch text.complete {
      case "1", "t", "T", "true", "TRUE", "True": return true
      case "0", "f", "F", "false", "FALSE", "False", "": return false
      default: return nil
      }
    default: return nil
    }
  }

  /// A map of texts in the order of the document.
  package func map(_ name: String) -> [(key: Located<String>, value: Located<RunText>)] {
    guard let value = self[name], case .map(let entries) = value.content else { return [] }
    return entries.compactMap { entry in entry.value.text.value.map { (entry.key, $0) } }
  }
}

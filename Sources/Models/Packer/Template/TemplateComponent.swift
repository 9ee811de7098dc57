package import Source

/// A builder, provisioner or post-processor as a template writes it.
package struct TemplateComponent: Sendable, Hashable {
  package let kind: ConfiguredComponent.Kind
  /// The type with its place inside the quotes; nil when it is missing or not readable.
  package let type: Located<String>?
  /// The whole object, or the text that stands for one.
  package let value: TemplateValue
  /// Where it stands in its list, from 1.
  package let position: Int
  /// Where a post-processor stands in its chain, from 1; nil for other kinds.
  package let chainPosition: Int?

  init(
    kind: ConfiguredComponent.Kind, type: Located<String>?, value: TemplateValue, position: Int,
    chainPosition: Int? = nil
  ) {
    self.kind = kind
    self.type = type
    self.value = value
    self.position = position
    self.chainPosition = chainPosition
  }

  package var location: Location { value.location }

  /// Every entry as written, core keys included.
  package var entries: [TemplateEntry] { value.entries }

  /// The entries that are the component's own options: all but the keys that Packer's core takes out.
  ///
  /// A core key in another case (`Type`) is read by the core and yet handed on, where it is an unknown option.
  package var options: [TemplateEntry] {
    let core = Self.coreKeys(of: kind)
    return entries.filter { !core.contains($0.name.value) }
  }

  /// The value of a key that Packer's core reads (`type`, `name`, `only`, …).
  package func core(_ key: String) -> TemplateEntry? { entries.named(key) }

  /// The written name of a builder or post-processor: `name`, or the type; not rendered.
  package var name: Located<String>? {
    guard kind != .provisioner, let value = core("name")?.value, let written = value.weakText, !written.isEmpty
    else { return type }
    return Located(written, at: value.contentLocation)
  }

  /// The build names of `only` as written.
  package var only: [Located<String>] { core("only")?.value.weakTexts ?? [] }
  /// The build names of `except` as written.
  package var except: [Located<String>] { core("except")?.value.weakTexts ?? [] }

  /// A provisioner's `override`: build names, with the options laid over for that build.
  package var overrides: [(build: Located<String>, options: [TemplateEntry])] {
    guard kind == .provisioner, let value = core("override")?.value else { return [] }
    let maps = value.kind == .list ? value.items : [value]
    return maps.flatMap(\.entries).map { ($0.name, $0.value.entries) }
  }

  /// The keys that Packer's core reads and takes out, by their exact spelling.
  package static func coreKeys(of kind: ConfiguredComponent.Kind) -> Set<String> {
    switch kind {
    case .builder: ["type", "name"]
    case .provisioner: ["type", "only", "except", "override", "pause_before", "timeout", "max_retries"]
    case .postProcessor: ["type", "name", "only", "except", "keep_input_artifact"]
    }
  }
}

extension TemplateValue {
  /// A scalar as the text that Packer's weak decoding makes of it; nil for lists, maps and nothing.
  package var weakText: String? {
    switch kind {
    case .null, .missing, .list, .map: nil
    case .bool: bool == true ? "1" : "0"
    case .number, .text: scalar?.string
    }
  }

  /// A list of scalars, or one scalar, as texts with their places; null items are empty texts.
  package var weakTexts: [Located<String>] {
    let values = kind == .list ? items : isNothing ? [] : [self]
    return values.compactMap { value in
      switch value.kind {
      case .list, .map: nil
      default: Located(value.weakText ?? "", at: value.contentLocation)
      }
    }
  }
}

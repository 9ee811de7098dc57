import DataSyntax
package import Source

/// A builder, provisioner or post-processor as a template writes it.
package struct TemplateComponent: Sendable {
  package let kind: ConfiguredComponent.Kind
  /// The type with its place inside the quotes; nil when it is missing or not readable.
  package let type: Located<String>?
  /// The whole object, or the text that stands for one.
  package let value: TemplateValue
  /// Where it stands in its list, from 1.
  package let position: Int
  /// Where a post-processor stands in its chain, from 1; nil for other kinds.
  package let chainPosition: Int?
  /// Every entry as written, core keys included.
  package let entries: [TemplateEntry]
  /// The entries that are the component's own options: all but the keys that Packer's core takes out.
  ///
  /// A core key in another case (`Type`) is read by the core and yet handed on, where it is an unknown option.
  package let options: [TemplateEntry]
  /// The build names of `only` as written.
  package let only: [Located<String>]
  /// The build names of `except` as written.
  package let except: [Located<String>]

  init(
    kind: ConfiguredComponent.Kind, type: Located<String>?, value: TemplateValue, position: Int,
    chainPosition: Int? = nil
  ) {
    self.kind = kind
    self.type = type
    self.value = value
    self.position = position
    self.chainPosition = chainPosition
    entries = value.entries
    let core = Self.coreKeys(of: kind)
    options = entries.filter { !core.contains($0.word) }
    only = kind == .builder ? [] : entries.named("only")?.value.weakTexts ?? []
    except = kind == .builder ? [] : entries.named("except")?.value.weakTexts ?? []
  }

  package var location: Location { value.location }

  /// The value of a key that Packer's core reads (`type`, `name`, `only`, …).
  package func core(_ key: String) -> TemplateEntry? { entries.named(key) }

  /// The written name of a builder or post-processor: `name`, or the type; not rendered.
  package var name: Located<String>? {
    guard kind != .provisioner, let value = core("name")?.value, let written = value.weakText,
      !written.isEmpty
    else { return type }
    return Located(written, at: value.contentLocation)
  }

  /// A provisioner's `override`: build names, with the options laid over for that build.
  package var overrides: [(build: Located<String>, options: [TemplateEntry])] {
    guard kind == .provisioner, let value = core("override")?.value else { return [] }
    let maps = value.kind == .list ? value.items : [value]
    return maps.flatMap(\.entries).map { ($0.name, $0.value.entries) }
  }

  /// The keys that Packer's core reads and takes out, by their exact spelling.
  package static func coreKeys(of kind: ConfiguredComponent.Kind) -> [String] {
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
    case .number, .text: node.string
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

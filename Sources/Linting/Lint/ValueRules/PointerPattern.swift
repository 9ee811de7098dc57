import DataSyntax
import Packer
import Source

/// A pointer into a template whose steps may mean several parts: `/builders/*/image`, `/provisioners/shell/inline/*`.
///
/// `*` is every element or key; a number is one element; any other word is a key, or, in a list, the elements whose
/// `type` it is.
struct PointerPattern: Sendable, Hashable {
  let tokens: [String]

  /// How many steps a pattern may have.
  private static let limit = 32

  /// Reads a pattern; nil where it is no pointer, or leads nowhere.
  init?(_ text: String) {
    guard let pointer = DataPointer(text), !pointer.tokens.isEmpty, pointer.tokens.count <= Self.limit,
      !pointer.tokens.contains("")
    else { return nil }
    tokens = pointer.tokens
  }

  /// The values of a template that the whole pattern means.
  func values(in template: PackerTemplate) -> [TemplateValue] {
    tokens.reduce([template.root]) { values, token in values.flatMap { Self.step(token, from: $0) } }
  }

  /// The components and mappings that the pattern means without its last step, where that step leads nowhere.
  func lackingValues(in template: PackerTemplate) -> [TemplateValue] {
    guard let last = tokens.last else { return [] }
    let parents = tokens.dropLast().reduce([template.root]) { values, token in
      values.flatMap { Self.step(token, from: $0) }
    }
    return parents.filter { ($0.kind == .map || $0.kind == .text) && Self.step(last, from: $0).isEmpty }
  }

  private static func step(_ token: String, from value: TemplateValue) -> [TemplateValue] {
    switch value.kind {
    case .map:
      if token == "*" { return value.entries.map(\.value) }
      return value.entries.named(token).map { [$0.value] } ?? []
    case .list:
      // A chain of post-processors is a list in the list.
      let isNested = value.items.contains { $0.kind == .list }
      let items = isNested ? value.items.flatMap { $0.kind == .list ? $0.items : [$0] } : value.items
      if token == "*" { return items }
      if let number = Int(token) { return items.indices.contains(number) ? [items[number]] : [] }
      return items.filter { type(of: $0) == token }
    default: return []
    }
  }

  /// The type of a component; a post-processor may be its type alone.
  private static func type(of value: TemplateValue) -> String? {
    value.kind == .map ? value.entries.named("type")?.value.text?.string : value.text?.string
  }
}

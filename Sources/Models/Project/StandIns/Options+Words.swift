import Packer
import Source

/// A text of an option as rules on words see it.
struct OptionWords {
  let text: String
  let location: Location
  /// The place of each byte; nil where the text is put together of several.
  let places: DerivedText?

  var bytes: [UInt8] { Array(text.utf8) }
}

extension Options {
  /// The texts of an option that a way of keys leads to, `a.b`, of a list each; of several options one text, with slashes
  /// between. What only a run knows, and secrets, are left out.
  func words(of options: [String]) -> [OptionWords] {
    guard options.count > 1 else { return options.first.map { words(at: $0) } ?? [] }
    let parts = options.compactMap { words(at: $0).first }.filter { !$0.text.isEmpty }
    guard let first = parts.first else { return [] }
    return [
      OptionWords(
        text: parts.map(\.text).joined(separator: "/"), location: first.location,
        places: parts.count == 1 ? first.places : nil)
    ]
  }

  private func words(at path: String) -> [OptionWords] {
    var keys = path.utf8.split(separator: UInt8(ascii: ".")).compactMap { String($0) }[...]
    guard let first = keys.popFirst(), var value = self[first] else { return [] }
    for key in keys {
      guard case .map(let entries) = value.content,
        let next = entries.last(where: { $0.key.value == key })?.value
      else { return [] }
      value = next
    }
    if case .list(let items) = value.content { return items.compactMap(OptionWords.init) }
    return OptionWords(value).map { [$0] } ?? []
  }
}

extension OptionWords {
  /// The words of a scalar; nil for anything else.
  init?(_ value: OptionValue) {
    guard let text = value.text.value?.value else { return nil }
    let literal = text.parts.map { if case .literal(let part) = $0 { part } else { "" } }.joined()
    self.text = literal
    location = value.location
    places = value.places?.bytes == Array(literal.utf8) ? value.places : nil
  }
}

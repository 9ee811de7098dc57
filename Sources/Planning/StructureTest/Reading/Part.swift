import Source

/// A value of the file that is what its shape asks for, with its place.
struct Part: Sendable {
  indirect enum Value: Sendable {
    case text(String), number(Int), truth(Bool)
    case list([Part])
    case record([String: Part])
  }

  let value: Value
  let location: Location

  init(_ value: Value, at location: Location) {
    self.value = value
    self.location = location
  }

  /// The parts of a map; none of anything else.
  var parts: [String: Part] { if case .record(let parts) = value { parts } else { [:] } }

  /// The part of a map under a key; nil where it is left out.
  subscript(name: String) -> Part? { parts[name] }

  /// A text under a key; nil where it is left out or empty, which means the same to the original.
  func text(_ name: String) -> Located<String>? {
    guard let part = self[name], let text = part.text, !text.isEmpty else { return nil }
    return Located(text, at: part.location)
  }

  func number(_ name: String) -> Located<Int>? {
    guard let part = self[name], case .number(let number) = part.value else { return nil }
    return Located(number, at: part.location)
  }

  func truth(_ name: String) -> Located<Bool>? {
    guard let part = self[name], case .truth(let truth) = part.value else { return nil }
    return Located(truth, at: part.location)
  }

  /// The elements of a list under a key; none where it is left out.
  func items(_ name: String) -> [Part] { self[name]?.items ?? [] }

  func texts(_ name: String) -> [Located<String>] {
    items(name).map { Located($0.text ?? "", at: $0.location) }
  }

  var text: String? { if case .text(let text) = value { text } else { nil } }

  var items: [Part] { if case .list(let items) = value { items } else { [] } }
}

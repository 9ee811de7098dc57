/// A value found in an image or in a program's output, as matchers see it.
package indirect enum Subject: Sendable, Hashable {
  case null
  case bool(Bool)
  case number(Number)
  /// Text as bytes: a file's content need not be UTF-8.
  case text([UInt8])
  /// A package's version; ranges are compared in the order of its packaging system.
  case version(PackageVersion)
  case list([Subject])
  case map([Entry])

  /// A key of a map with its value; maps keep their order.
  package struct Entry: Sendable, Hashable {
    package let key: String
    package let value: Subject

    package init(_ key: String, _ value: Subject) {
      self.key = key
      self.value = value
    }
  }

  /// The text of a string.
  package static func text(_ string: String) -> Subject { .text(Array(string.utf8)) }
  package static func number(_ integer: Int) -> Subject { .number(.integer(integer)) }
  /// A list of texts.
  package static func texts(_ strings: [String]) -> Subject { .list(strings.map { .text($0) }) }
}

extension Subject {
  /// The value as text, as goss converts it: a list's elements joined by line breaks, anything else as printed.
  var asText: [UInt8] {
    switch self {
    case .null: Array("<nil>".utf8)
    case .bool(let value): Array(value.description.utf8)
    case .number(let number): Array(number.description.utf8)
    case .text(let bytes): bytes
    case .version(let version): Array(version.text.utf8)
    case .list(let items): Array(items.map(\.asText).joined(separator: [0x0A]))
    case .map: Array(json.utf8)
    }
  }

  /// The value as a number: text is trimmed and read, a list is joined first.
  var asNumber: Number? {
    switch self {
    case .number(let number): number
    case .text, .version, .list: Number(text: String(decoding: asText, as: UTF8.self))
    case .null, .bool, .map: nil
    }
  }

  /// The elements, where the value has some: a map gives its values.
  var elements: [Subject]? {
    switch self {
    case .list(let items): items
    case .map(let entries): entries.map(\.value)
    default: nil
    }
  }

  /// The elements, a text being the list of its lines.
  var elementsOrLines: [Subject]? {
    switch self {
    case .text, .version, .number:
      asText.split(separator: 0x0A, omittingEmptySubsequences: false).map { .text(Array($0)) }
    default: elements
    }
  }
}

import GoTemplate

/// Sprig's functions of texts.
enum TextFunctions {
  static func function(_ name: String) -> PlainFunction? {
    cases(name) ?? trimming(name) ?? layout(name) ?? lists(name)
  }

  private static func cases(_ name: String) -> PlainFunction? {
    switch name {
    case "upper", "toUpper": .of(.text) { .text($0.text(0).goUppercase) }
    case "lower", "toLower": .of(.text) { .text($0.text(0).goLowercase) }
    case "title": .of(.text) { .text(WordForms.title($0.text(0), raising: true)) }
    case "untitle": .of(.text) { .text(WordForms.title($0.text(0), raising: false)) }
    case "swapcase": .of(.text) { .text(WordForms.swapped($0.text(0))) }
    case "snakecase": .of(.text) { .text(WordForms.joined($0.text(0), by: "_")) }
    case "kebabcase": .of(.text) { .text(WordForms.joined($0.text(0), by: "-")) }
    case "camelcase": .of(.text) { .text(WordForms.camel($0.text(0))) }
    case "initials": .of(.text) { .text(WordForms.initials($0.text(0))) }
    case "hello": .of { _ in .text("Hello!") }
    default: nil
    }
  }

  private static func trimming(_ name: String) -> PlainFunction? {
    switch name {
    case "trim": .of(.text) { .text(Cutting.trimmed($0.text(0), of: Cutting.isBlank)) }
    case "trimAll", "trimall":
      .of(.text, .text) { arguments in
        let set = Set(arguments.text(0).unicodeScalars)
        return .text(Cutting.trimmed(arguments.text(1)) { set.contains($0) })
      }
    case "trimPrefix":
      .of(.text, .text) { .text(Cutting.trimmed($0.text(1), prefix: $0.text(0))) }
    case "trimSuffix":
      .of(.text, .text) { .text(Cutting.trimmed($0.text(1), suffix: $0.text(0))) }
    case "nospace":
      .of(.text) {
        .text(String(String.UnicodeScalarView($0.text(0).unicodeScalars.filter { !Cutting.isBlank($0) })))
      }
    case "contains": .of(.text, .text) { .bool(Cutting.holds($0.text(1), $0.text(0))) }
    case "hasPrefix": .of(.text, .text) { .bool($0.text(1).utf8.starts(with: $0.text(0).utf8)) }
    case "hasSuffix":
      .of(.text, .text) { .bool($0.text(1).utf8.reversed().starts(with: $0.text(0).utf8.reversed())) }
    case "trunc": .of(.integer, .text) { Cutting.truncated($0.text(1), to: $0.number(0)) }
    case "substr":
      .of(.integer, .integer, .text) { Cutting.part(of: $0.text(2), from: $0.number(0), to: $0.number(1)) }
    case "abbrev":
      .of(.integer, .text) { Cutting.abbreviated($0.text(1), from: 0, width: $0.number(0)) }
    case "abbrevboth":
      .of(.integer, .integer, .text) {
        Cutting.abbreviated($0.text(2), from: $0.number(0), width: $0.number(1))
      }
    default: nil
    }
  }

  private static func layout(_ name: String) -> PlainFunction? {
    switch name {
    case "indent": .of(.integer, .text) { Layout.indented($0.text(1), by: $0.number(0), after: "") }
    case "nindent": .of(.integer, .text) { Layout.indented($0.text(1), by: $0.number(0), after: "\n") }
    case "wrap":
      .of(.integer, .text) { Layout.wrapped($0.text(1), at: $0.number(0), by: "\n", cuts: false) }
    case "wrapWith":
      .of(.integer, .text, .text) {
        Layout.wrapped($0.text(2), at: $0.number(0), by: $0.text(1), cuts: true)
      }
    case "repeat":
      .of(.integer, .text) { Layout.repeated($0.text(1), $0.number(0)) }
    case "replace":
      .of(.text, .text, .text) { Cutting.replaced($0.text(2), $0.text(0), by: $0.text(1)) }
    case "plural": .of(.text, .text, .integer) { .text($0.number(2) == 1 ? $0.text(0) : $0.text(1)) }
    case "quote":
      .variadic(.any) { arguments in
        Layout.joined(present(arguments.values).lazy.map { GoQuotedText.quoted($0.words) }, by: " ")
      }
    case "squote":
      .variadic(.any) { arguments in
        Layout.joined(present(arguments.values).lazy.map { "'\($0.words)'" }, by: " ")
      }
    case "cat":
      .variadic(.any) { Layout.joined(present($0.values).lazy.map(\.words), by: " ") }
    case "toString": .of(.any) { .text($0[0].words) }
    default: nil
    }
  }

  private static func lists(_ name: String) -> PlainFunction? {
    switch name {
    case "splitList": .of(.text, .text) { .value(.texts(Cutting.split($0.text(1), at: $0.text(0)))) }
    case "split":
      .of(.text, .text) { .value(numbered(Cutting.split($0.text(1), at: $0.text(0)))) }
    case "splitn":
      .of(.text, .integer, .text) {
        .value(numbered(Cutting.split($0.text(2), at: $0.text(0), limit: $0.number(1))))
      }
    case "join":
      .of(.text, .any) { Layout.joined(texts(of: $0[1]), by: $0.text(0)) }
    case "toStrings": .of(.any) { .value(.texts(texts(of: $0[0]))) }
    case "sortAlpha":
      .of(.any) { .value(.texts(texts(of: $0[0]).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })) }
    default: nil
    }
  }

  /// The values that are not nil.
  private static func present(_ values: [PlainValue]) -> [PlainValue] {
    values.filter { if case .none = $0 { false } else if case .missing = $0 { false } else { true } }
  }

  private static func numbered(_ parts: [String]) -> PlainValue {
    .map(
      Dictionary(
        uniqueKeysWithValues: parts.enumerated().map { (GoKey("_\($0.offset)"), .text($0.element)) }),
      of: .text)
  }

  /// The texts of a list without its nils; of anything else its own.
  static func texts(of value: PlainValue) -> [String] {
    guard let items = value.items else { return present([value]).map(\.words) }
    return present(items).map(\.words)
  }
}

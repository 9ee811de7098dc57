import Source

/// `print`, `println` and `printf`.
struct GoFormat<Opaque: Hashable & Sendable> {
  private let rules: GoOpaqueRules<Opaque>
  private let printer: GoPrinter<Opaque>

  init(_ rules: GoOpaqueRules<Opaque>) {
    self.rules = rules
    printer = GoPrinter(rules)
  }

  /// Go's `fmt.Sprint`: a blank stands between two values of which neither is a text; `Sprintln`: always.
  func join(_ values: [GoValue<Opaque>], spaced: Bool, end: String) -> GoResult<Opaque> {
    var text = GoText<Opaque>("")
    for (index, value) in values.enumerated() {
      guard case .value(let part) = printer.text(of: value) else {
        return .unknown("a part of it depends on the run")
      }
      let needsBlank = index > 0 && (spaced || !(Self.isText(value) || Self.isText(values[index - 1])))
      text = text + GoText(needsBlank ? " " : "") + part
    }
    return .value(.text(text + GoText(end)))
  }

  /// The values printed together, then changed as a whole.
  func joined(_ values: [GoValue<Opaque>], _ change: (String) -> String) -> GoResult<Opaque> {
    guard case .value(.text(let text)) = join(values, spaced: false, end: "") else {
      return .unknown("a part of it depends on the run")
    }
    return rules.compute([text]) { change($0[0]) }.map { .value($0) } ?? .unknown("it depends on the run")
  }

  private static func isText(_ value: GoValue<Opaque>) -> Bool {
    if case .text = value { true } else { false }
  }

  /// Go's `fmt.Sprintf` with its common verbs.
  func format(_ arguments: [GoValue<Opaque>]) -> GoResult<Opaque> {
    guard case .text(let written)? = arguments.first, let format = rules.string(written) else {
      return .unknown("only the run knows the format")
    }
    var values = arguments.dropFirst()
    var text = GoText<Opaque>("")
    var rest = Array(format.utf8)[...]
    while !rest.isEmpty {
      let plain = rest.prefix { $0 != UInt8(ascii: "%") }
      text = text + GoText(String(decoding: plain, as: UTF8.self))
      rest = rest[plain.endIndex...]
      guard !rest.isEmpty else { break }
      guard let verb = GoVerb(&rest) else {
        text = text + GoText("%!(NOVERB)")
        continue
      }
      if verb.letter == UInt8(ascii: "%") {
        text = text + GoText("%")
        continue
      }
      guard let value = values.popFirst() else {
        text = text + GoText("%!\(verb.name)(MISSING)")
        continue
      }
      guard let part = formatted(value, verb) else { return .unknown("its format depends on the run") }
      text = text + part
    }
    guard let extra = extra(values) else { return .unknown("its values depend on the run") }
    return .value(.text(text + extra))
  }

  /// What Go appends for values that no verb takes; nil where one of them only the run knows.
  private func extra(_ values: ArraySlice<GoValue<Opaque>>) -> GoText<Opaque>? {
    if values.isEmpty { return GoText("") }
    var text = GoText<Opaque>("%!(EXTRA ")
    for (index, value) in values.enumerated() {
      guard let part = labelled(value) else { return nil }
      text = text + GoText(index == 0 ? "" : ", ") + part
    }
    return text + GoText(")")
  }

  /// A value with Go's name of its type: `string=a`.
  private func labelled(_ value: GoValue<Opaque>) -> GoText<Opaque>? {
    guard case .value(let text) = printer.text(of: value) else { return nil }
    let type =
      switch value {
      case .text: "string="
      case .integer: "int="
      case .float: "float64="
      case .bool: "bool="
      default: ""
      }
    return GoText(type) + text
  }

  private func formatted(_ value: GoValue<Opaque>, _ verb: GoVerb) -> GoText<Opaque>? {
    guard case .value(let text) = printer.text(of: value) else { return nil }
    switch (verb.letter, value) {
    case (UInt8(ascii: "v"), _), (UInt8(ascii: "s"), .text), (UInt8(ascii: "d"), .integer),
      (UInt8(ascii: "t"), .bool):
      if verb.isPlain { return text }
      return computed(text) { verb.padded($0, isNumber: !Self.isText(value)) }
    case (UInt8(ascii: "q"), .text):
      return computed(text) { verb.padded(GoQuotedText.quoted($0), isNumber: false) }
    case (UInt8(ascii: "x"), .integer(let number)):
      return GoText(verb.padded(String(number, radix: 16), isNumber: true))
    case (UInt8(ascii: "f"), .float(let number)):
      return GoText(verb.padded(GoNumberText.fixed(number, places: verb.precision ?? 6), isNumber: true))
    case (UInt8(ascii: "g"), .float) where verb.precision == nil:
      return computed(text) { verb.padded($0, isNumber: true) }
    case (UInt8(ascii: "e"), .float), (UInt8(ascii: "g"), .float): return nil
    default: return labelled(value).map { GoText("%!\(verb.name)(") + $0 + GoText(")") }
    }
  }

  private func computed(_ text: GoText<Opaque>, _ change: (String) -> String) -> GoText<Opaque>? {
    if case .text(let text)? = rules.compute([text], { change($0[0]) }) { return text }
    return nil
  }
}

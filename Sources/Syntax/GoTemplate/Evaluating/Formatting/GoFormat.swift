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
    var size = 0
    for (index, value) in values.enumerated() {
      guard case .value(let part) = printer.text(of: value) else {
        return .unknown("a part of it depends on the run")
      }
      let needsBlank = index > 0 && (spaced || !(Self.isText(value) || Self.isText(values[index - 1])))
      text += GoText(needsBlank ? " " : "")
      text += part
      size += part.size
      guard size <= GoExtent.textLimit else { return .failure(GoExtent.tooLarge(GoExtent.textLimit)) }
    }
    return .value(.text(text + GoText(end)))
  }

  /// The values printed together, then changed as a whole.
  func joined(_ values: [GoValue<Opaque>], _ change: (String) -> String) -> GoResult<Opaque> {
    let joined = join(values, spaced: false, end: "")
    guard case .value(.text(let text)) = joined else { return joined }
    return rules.compute([text]) { change($0[0]) }.map { .value($0) } ?? .unknown("it depends on the run")
  }

  private static func isText(_ value: GoValue<Opaque>) -> Bool {
    if case .text = value { true } else { false }
  }

  /// Go's `fmt.Sprintf`.
  func format(_ arguments: [GoValue<Opaque>]) -> GoResult<Opaque> {
    guard case .text(let written)? = arguments.first, let format = rules.string(written) else {
      return .unknown("only the run knows the format")
    }
    let values = Array(arguments.dropFirst())
    var reader = GoFormatReader(format, numbers: values.map(\.counted))
    var text = GoText<Opaque>("")
    var size = 0
    while let piece = reader.next() {
      let part: GoText<Opaque>
      switch piece {
      case .text(let plain): part = GoText(plain)
      case .verb(let verb, let argument):
        guard let shown = formatted(values[argument], verb) else {
          return .unknown("its format depends on the run")
        }
        part = GoText(reader.remark) + shown
      }
      size += part.size
      guard size <= GoExtent.textLimit else { return .failure(GoExtent.tooLarge(GoExtent.textLimit)) }
      text += part
    }
    guard let extra = reader.isReordered ? GoText<Opaque>("") : self.extra(values.dropFirst(reader.argument))
    else {
      return .unknown("its values depend on the run")
    }
    return .value(.text(text + extra))
  }

  /// What Go appends for values that no verb takes; nil where one of them only the run knows.
  private func extra(_ values: ArraySlice<GoValue<Opaque>>) -> GoText<Opaque>? {
    if values.isEmpty { return GoText("") }
    var text = GoText<Opaque>("%!(EXTRA ")
    for (index, value) in values.enumerated() {
      guard let part = labelled(value, GoVerb(letter: "v")) else {
        return nil
      }
      text += GoText(index == 0 ? "" : ", ")
      text += part
    }
    return text + GoText(")")
  }

  /// A value with Go's name of its type: `string=a`.
  private func labelled(_ value: GoValue<Opaque>, _ verb: GoVerb) -> GoText<Opaque>? {
    switch value {
    case .missing, .none: GoText("<nil>")
    case .unknown: nil
    default: formatted(value, verb.with("v")).map { GoText("\(value.goType)=") + $0 }
    }
  }

  /// A value as a verb writes it; nil where only the run knows, or where nothing here does it as Go.
  private func formatted(_ value: GoValue<Opaque>, _ verb: GoVerb) -> GoText<Opaque>? {
    if verb.letter == "T" { return GoText(verb.with("s").written(typeName(of: value)) ?? "") }
    switch value {
    case .unknown: return nil
    case .missing, .none:
      return GoText(verb.letter == "v" ? verb.with("s").written("<nil>") ?? "" : "%!\(verb.letter)(<nil>)")
    case .text(let text):
      if verb.isPlain, verb.letter == "v" || verb.letter == "s" { return text }
      guard verb.written("") != nil else { return refused(value, verb) }
      return computed(text) { verb.written($0) ?? "" }
    case .integer(let number): return verb.written(number).map { GoText($0) } ?? refused(value, verb)
    case .unsigned(let number):
      return verb.written(number).map { GoText($0) } ?? refused(value, verb)
    case .float(let number): return verb.written(number).map { GoText($0) } ?? refused(value, verb)
    case .bool(let flag): return verb.written(flag).map { GoText($0) } ?? refused(value, verb)
    case .list(let items, _):
      let isSource = verb.showsSyntax && verb.letter == "v"
      let marks = isSource ? (value.goType + "{", "}") : ("[", "]")
      return joined(items.map { ([], $0) }, verb, open: marks.0, close: marks.1)
    case .map(let entries, _):
      let sorted = entries.sorted { $0.key < $1.key }
      let isSource = verb.showsSyntax && verb.letter == "v"
      let marks = isSource ? (value.goType + "{", "}") : ("map[", "]")
      return joined(sorted.map { ([$0.key.value()], $0.value) }, verb, open: marks.0, close: marks.1)
    case .object(let object):
      if let number = object.number, object.isPlainNumber || !"vsqxX".unicodeScalars.contains(verb.letter) {
        return verb.written(number).map { GoText($0) } ?? refused(value, verb)
      }
      return formatted(.text(object.printed), verb.letter == "v" ? verb.with("s") : verb)
    }
  }

  /// The parts of a list or a map, each as the verb writes it.
  private func joined(
    _ parts: [(key: [GoValue<Opaque>], value: GoValue<Opaque>)], _ verb: GoVerb, open: String, close: String
  ) -> GoText<Opaque>? {
    var text = GoText<Opaque>(open)
    for (index, part) in parts.enumerated() {
      text += GoText(index == 0 ? "" : verb.showsSyntax ? ", " : " ")
      for key in part.key {
        guard let shown = formatted(key, verb) else { return nil }
        text += shown
        text += GoText(":")
      }
      switch part.value {
      case .missing, .none: text += GoText(verb.showsSyntax ? "interface {}(nil)" : "<nil>")
      default:
        guard let shown = formatted(part.value, verb) else { return nil }
        text += shown
      }
      // Where that is too much, the rest makes it no better.
      if text.size > GoExtent.textLimit { return text }
    }
    return text + GoText(close)
  }

  /// What Go says of a value that a verb does not take: `%!d(string=a)`.
  private func refused(_ value: GoValue<Opaque>, _ verb: GoVerb) -> GoText<Opaque>? {
    labelled(value, verb).map { GoText("%!\(verb.letter)(") + $0 + GoText(")") }
  }

  private func typeName(of value: GoValue<Opaque>) -> String {
    switch value {
    case .missing, .none, .unknown: "<nil>"
    default: value.goType
    }
  }

  private func computed(_ text: GoText<Opaque>, _ change: (String) -> String) -> GoText<Opaque>? {
    if case .text(let text)? = rules.compute([text], { change($0[0]) }) { return text }
    return nil
  }
}

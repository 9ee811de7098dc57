import RubyEvaluation

/// What Chef makes of a value before it looks whether the property takes it.
///
/// What a conversion cannot cope with stays as it is: the property takes it neither.
struct PropertyConversion {
  private let compiler: RecipeCompiler
  private let call: CoreCall
  /// The property's name.
  private let name: String
  /// What Chef raises for a value, in words.
  private let refusal: (String) -> Unwinding

  init(
    _ compiler: RecipeCompiler, _ name: String, _ call: CoreCall, refusal: @escaping (String) -> Unwinding
  ) {
    self.compiler = compiler
    self.name = name
    self.call = call
    self.refusal = refusal
  }

  private var run: RubyInterpreter { compiler.run }

  func value(
    of value: RubyValue, _ coercion: PropertyFacts.Coercion
  ) throws(Unwinding) -> RubyValue {
    switch coercion {
    case .toInteger, .integer, .integerIfPossible: return try number(value, coercion)
    case .downcase, .symbol, .symbolDowncase, .startType, .backslashes, .sudoName, .confName, .mountPoint:
      return try text(value, coercion)
    case .list, .addresses, .textList, .words, .split, .splitSorted, .listSorted, .mountOptions, .groups,
      .lowerList, .lowerSymbols, .pathList:
      return try list(value, coercion)
    case .sort:
      switch value {
      case .hash, .array: return try send(value, "sort")
      default: return value
      }
    case .map: return compiler.classes.attributes.mashed(value)
    case .text: return try send(value, "to_s")
    case .joined:
      guard case .array = value else { return value }
      return try send(value, "join", call.make(","))
    case .set, .phases, .duration: return hash(value, coercion)
    case .same: return value
    case .falseAsNil: return if case .boolean(false) = value { .nil } else { value }
    case .onOff: return isOn(value).map { call.make($0 ? "on" : "off") } ?? value
    case .flag:
      guard case .integer(let number) = value else { return value }
      return .boolean(number != 0)
    case .weekday: return weekday(value)
    case .other, .ownKind: return call.unknown("Chef converts the value of `\(name)`")
    }
  }

  private func number(
    _ value: RubyValue, _ coercion: PropertyFacts.Coercion
  ) throws(Unwinding) -> RubyValue {
    switch value {
    case .float: return try send(value, "to_i")
    case .string(let text):
      if coercion == .toInteger { return try send(value, "to_i") }
      switch Self.integer(text.bytes) {
      case .number: return try send(value, "to_i")
      case .none where coercion == .integerIfPossible: return value
      case .none:
        throw refusal("must be a whole number!  You passed \(try call.inspection(of: value) ?? "a text").")
      case .unclear: return call.unknown("the number of a text")
      }
    default: return value
    }
  }

  private enum IntegerText { case number, none, unclear }

  /// Whether Ruby reads a text as a whole number; with signs of other bases, and blanks, that is left open.
  private static func integer(_ bytes: [UInt8]) -> IntegerText {
    let isSigned = bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+")
    let digits = bytes.dropFirst(isSigned ? 1 : 0)
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    guard digits.contains(where: isDigit) else { return .none }
    let isPlain = digits.allSatisfy(isDigit) && (digits.count == 1 || digits.first != 0x30)
    return isPlain ? .number : .unclear
  }

  private func text(
    _ value: RubyValue, _ coercion: PropertyFacts.Coercion
  ) throws(Unwinding) -> RubyValue {
    if coercion == .startType, case .integer = value {
      return call.unknown("the type of a start by its number")
    }
    guard case .string(let text) = value else { return value }
    switch coercion {
    case .downcase: return try send(value, "downcase")
    case .symbol:
      let isColoned = text.bytes.first == UInt8(ascii: ":")
      return try send(isColoned ? call.make(Array(text.bytes.dropFirst())) : value, "to_sym")
    case .startType: return try send(value, "to_sym")
    case .symbolDowncase: return try send(send(value, "downcase"), "to_sym")
    case .backslashes: return try send(value, "tr", call.make("/"), call.make(#"\"#))
    case .sudoName:
      let bytes = text.bytes.flatMap { byte in
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "~") ? Array("__".utf8) : [byte]
      }
      return call.make(bytes)
    case .confName:
      return text.string.hasSuffix(".conf") ? value : call.make(text.bytes + Array(".conf".utf8))
    case .mountPoint:
      if text.string == "/" || text.string.hasSuffix(":/") { return value }
      return try send(value, "chomp", call.make("/"))
    default: return value
    }
  }

  private func list(
    _ value: RubyValue, _ coercion: PropertyFacts.Coercion
  ) throws(Unwinding) -> RubyValue {
    switch (coercion, value) {
    case (.list, .array), (.words, .array), (.split, .array): return value
    case (.addresses, .array): return value
    case (.addresses, .nil), (.pathList, .nil), (.pathList, .boolean(false)):
      return call.make([RubyValue]())
    case (.addresses, _): return call.make([value])
    case (.list, .hash): return try send(value, "to_a")
    case (.list, _): return call.make([value])
    case (.textList, .string): return call.make([value])
    case (.listSorted, .array): return try send(value, "sort")
    case (.listSorted, _): return call.make([value])
    case (.words, .string(let text)): return words(text, isBlank: { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A })
    case (.split, .string(let text)): return words(text, isBlank: { $0 == UInt8(ascii: ",") || $0 == 0x20 })
    case (.splitSorted, .string(let text)):
      return try send(words(text, isBlank: { $0 == UInt8(ascii: ",") || $0 == 0x20 }), "sort")
    case (.splitSorted, .array): return try send(value, "sort")
    case (.splitSorted, .hash): return try send(value, "to_a")
    case (.splitSorted, _): return call.make([try send(value, "to_s")])
    case (.mountOptions, .string), (.groups, .string), (.lowerList, .string), (.pathList, .string):
      return try elements(of: send(value, "split", call.make(",")), coercion)
    case (.mountOptions, .array), (.groups, .array), (.lowerList, .array), (.lowerSymbols, .array),
      (.pathList, .array):
      return try elements(of: value, coercion)
    case (.lowerSymbols, .string), (.lowerSymbols, .symbol):
      return try elements(of: call.make([value]), coercion)
    default: return value
    }
  }

  /// Each text of a list; another element is refused.
  private func elements(
    of list: RubyValue, _ coercion: PropertyFacts.Coercion
  ) throws(Unwinding) -> RubyValue {
    guard case .array(let array) = list.settled else { return list }
    var elements: [RubyValue] = []
    for element in array.elements {
      switch element.settled {
      case .unknown, .object: elements.append(call.unknown("a part of `\(name)`"))
      case .symbol where coercion == .lowerList || coercion == .lowerSymbols:
        elements.append(try send(element, "downcase"))
      case .string(let text):
        let trimmed = try send(element, "strip")
        switch coercion {
        case .groups where text.bytes.first == UInt8(ascii: "%"): elements.append(trimmed)
        case .groups: elements.append(try send(call.make("%"), "+", trimmed))
        case .mountOptions: elements.append(trimmed)
        case .lowerSymbols: elements.append(try send(send(element, "downcase"), "to_sym"))
        case .pathList:
          elements.append(try send(send(trimmed, "downcase"), "tr", call.make("/"), call.make(#"\"#)))
        default: elements.append(try send(trimmed, "downcase"))
        }
      case let element where coercion == .groups:
        // The first of a list, and a key that is not there, are asked of it just as well.
        if case .integer = element {
          elements.append(call.unknown("a group by a number"))
        } else {
          return list
        }
      case let element:
        throw refusal("must hold texts only!  You passed \(try call.inspection(of: element) ?? "another").")
      }
    }
    return call.make(elements)
  }

  private func hash(_ value: RubyValue, _ coercion: PropertyFacts.Coercion) -> RubyValue {
    switch (coercion, value) {
    case (.set, .array(let array)), (.phases, .array(let array)):
      return .hash(RubyHash(array.elements.map { ($0, .boolean(true)) }))
    case (.phases, .boolean): return phases(before: value, after: value)
    case (.phases, .symbol(let phase)):
      let word = run.spelling(of: phase)
      guard word == "before" || word == "after" else { return value }
      return phases(before: .boolean(word == "before"), after: .boolean(word == "after"))
    case (.duration, .integer), (.duration, .string):
      return .hash(RubyHash([(call.make("duration"), value)]))
    default: return value
    }
  }

  private func phases(before: RubyValue, after: RubyValue) -> RubyValue {
    .hash(
      RubyHash([(.symbol(run.symbol("before")), before), (.symbol(run.symbol("after")), after)]))
  }

  /// Whether a value says on or off; nil for one that says neither.
  private func isOn(_ value: RubyValue) -> Bool? {
    switch value {
    case .boolean(let flag): flag
    case .integer(let number): number == 1 ? true : number == 0 ? false : nil
    case .string(let text):
      ["on", "true", "1"].contains(text.string)
        ? true : ["off", "false", "0"].contains(text.string) ? false : nil
    default: nil
    }
  }

  private func weekday(_ value: RubyValue) -> RubyValue {
    guard case .symbol(let day) = value else { return value }
    let days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
    return days.firstIndex(of: run.spelling(of: day)).map { call.make("\($0)") } ?? value
  }

  private func words(_ text: RubyString, isBlank: (UInt8) -> Bool) -> RubyValue {
    // A quoted word stays for the shell to say.
    if text.bytes.contains(where: { $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") || $0 == 0x5C }) {
      return call.unknown("the words of a quoted text")
    }
    return call.make(text.bytes.split(whereSeparator: isBlank).map { call.make(Array($0)) })
  }

  private func send(_ value: RubyValue, _ name: String, _ arguments: RubyValue...) throws(Unwinding)
    -> RubyValue
  {
    try run.call(value, run.symbol(name), arguments, at: call.place)
  }
}

extension RubyInterpreter {
  /// What `to_s` gives; nil where it cannot be told.
  package func text(of value: RubyValue, at place: RubyPlace?) throws(Unwinding) -> [UInt8]? {
    switch value.settled {
    case .unknown: return nil
    case .string(let string): return string.bytes
    case .nil: return []
    case .boolean(let flag): return Array((flag ? "true" : "false").utf8)
    case .integer(let number): return Array(String(number).utf8)
    case .float(let number): return Array(Self.text(of: number).utf8)
    case .symbol(let symbol): return Array(spelling(of: symbol).utf8)
    case .array, .hash: return try inspection(of: value, at: place).map { Array($0.utf8) }
    case .range(let range):
      guard let low = try text(of: range.low, at: place), let high = try text(of: range.high, at: place)
      else {
        return nil
      }
      return low + Array((range.isExclusive ? "..." : "..").utf8) + high
    case .pattern(let pattern): return pattern.embedded
    default: return try converted(value, .known(.toString), at: place)?.bytes
    }
  }

  private func converted(
    _ value: RubyValue, _ name: RubySymbol, at place: RubyPlace?
  ) throws(Unwinding) -> RubyString? {
    if case .string(let string) = try call(value, name, at: place).settled { return string }
    return nil
  }

  /// What `inspect` gives; nil where it cannot be told.
  package func inspection(of value: RubyValue, at place: RubyPlace?) throws(Unwinding) -> String? {
    try inspection(of: value, at: place, depth: 0)
  }

  private func inspection(
    of value: RubyValue, at place: RubyPlace?, depth: Int
  ) throws(Unwinding) -> String? {
    try step(at: place)
    if depth > 60 { return nil }
    switch value.settled {
    case .unknown: return nil
    case .nil: return "nil"
    case .boolean, .integer, .float:
      return try text(of: value, at: place).map { String(decoding: $0, as: UTF8.self) }
    case .string(let string):
      try reserve(string.bytes.count, at: place)
      return Self.quoted(string.bytes)
    case .symbol(let symbol): return Self.symbolLiteral(spelling(of: symbol))
    case .array(let array):
      var parts: [String] = []
      for element in array.elements {
        guard let part = try inspection(of: element, at: place, depth: depth + 1) else { return nil }
        parts.append(part)
      }
      return "[" + parts.joined(separator: ", ") + "]"
    case .hash(let hash):
      if hash.isEmpty { return "{}" }
      var parts: [String] = []
      for entry in hash.entries {
        guard let key = try inspection(of: entry.key, at: place, depth: depth + 1),
          let value = try inspection(of: entry.value, at: place, depth: depth + 1)
        else { return nil }
        parts.append(key + "=>" + value)
      }
      return "{" + parts.joined(separator: ", ") + "}"
    case .range(let range):
      let low = try range.low.isNil ? "" : inspection(of: range.low, at: place, depth: depth + 1)
      let high = try range.high.isNil ? "" : inspection(of: range.high, at: place, depth: depth + 1)
      guard let low, let high else { return nil }
      return low + (range.isExclusive ? "..." : "..") + high
    case .pattern(let pattern):
      let letters = [(RubyPattern.Options.multiline, "m"), (.ignoreCase, "i"), (.extended, "x")]
      let options = letters.filter { pattern.options.contains($0.0) }.map(\.1).joined()
      return "/" + String(decoding: pattern.source, as: UTF8.self) + "/" + options
    case .module(let module) where method(.known(.inspect), of: self.module(of: value))?.isCore ?? true:
      return name(of: module)
    default: return try converted(value, .known(.inspect), at: place)?.string
    }
  }

  // Forms.

  /// A float as Ruby prints it.
  package static func text(of number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    let size = abs(number)
    let shortest = "\(number)"
    guard size != 0, size < 1e-4 || size >= 1e16 else { return plain(shortest) }
    return scientific(shortest)
  }

  /// The digits of Swift's shortest form and the power of ten of the first.
  private static func digits(_ text: String) -> (digits: [Character], exponent: Int) {
    let halves = text.drop { $0 == "-" }.split(separator: "e")
    let parts = halves[0].split(separator: ".", omittingEmptySubsequences: false)
    var exponent = halves.count > 1 ? Int(halves[1]) ?? 0 : 0
    var digits = Array(parts[0]) + (parts.count > 1 ? Array(parts[1]) : [])
    exponent += parts[0].count - 1
    while digits.count > 1, digits.first == "0" {
      digits.removeFirst()
      exponent -= 1
    }
    while digits.count > 1, digits.last == "0" { digits.removeLast() }
    return (digits, exponent)
  }

  private static func plain(_ text: String) -> String {
    guard text.contains("e") else { return text }
    let (digits, exponent) = digits(text)
    let sign = text.hasPrefix("-") ? "-" : ""
    if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + String(digits) }
    let padded = digits + [Character](repeating: "0", count: max(0, exponent + 1 - digits.count))
    let rest = padded[(exponent + 1)...]
    return sign + String(padded[...exponent]) + "." + (rest.isEmpty ? "0" : String(rest))
  }

  private static func scientific(_ text: String) -> String {
    let (digits, exponent) = digits(text)
    let sign = text.hasPrefix("-") ? "-" : ""
    let rest = digits.count > 1 ? String(digits[1...]) : "0"
    let magnitude = abs(exponent) < 10 ? "0\(abs(exponent))" : "\(abs(exponent))"
    return "\(sign)\(digits[0]).\(rest)e\(exponent < 0 ? "-" : "+")\(magnitude)"
  }

  /// A string between double quotes, as `inspect` shows it.
  package static func quoted(_ bytes: [UInt8]) -> String {
    var result = "\""
    let text = String(decoding: bytes, as: UTF8.self)
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if previous == "#", scalar == "{" || scalar == "$" || scalar == "@" {
        result.removeLast()
        result += "\\#"
      }
      previous = scalar
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case "\u{1B}": result += "\\e"
      case "\u{07}": result += "\\a"
      case "\u{08}": result += "\\b"
      case "\u{0B}": result += "\\v"
      case "\u{0C}": result += "\\f"
      case "\0"..<" ", "\u{7F}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\x" + (digits.utf8.count < 2 ? "0" : "") + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A symbol as `inspect` shows it.
  package static func symbolLiteral(_ name: String) -> String {
    let operators: Set<String> = [
      "+", "-", "*", "/", "%", "**", "==", "!=", "<", ">", "<=", ">=", "<=>", "===", "[]", "[]=", "<<", ">>",
      "!", "=~", "!~", "&", "|", "^", "~", "+@", "-@", "`",
    ]
    if operators.contains(name) { return ":" + name }
    var word = Substring(name)
    if word.hasPrefix("@@") {
      word = word.dropFirst(2)
    } else if word.hasPrefix("@") || word.hasPrefix("$") {
      word = word.dropFirst()
    }
    let isVariable = word.utf8.count < name.utf8.count
    if !isVariable, let last = word.last, "?!=".contains(last) { word = word.dropLast() }
    let isPlain =
      !word.isEmpty && !(word.first?.isASCII == true && word.first?.isNumber == true)
      && word.utf8.allSatisfy {
        $0 >= 0x80 || $0 == 0x5F || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
          || (0x61...0x7A).contains($0)
      }
    return isPlain ? ":" + name : ":" + quoted(Array(name.utf8))
  }
}

extension RubyMethodEntry {
  /// Whether it is written in Swift.
  var isCore: Bool { if case .core = body { true } else { false } }
}

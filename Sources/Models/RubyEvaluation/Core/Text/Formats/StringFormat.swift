/// `format`, `sprintf` and `String#%`.
struct StringFormat {
  /// What one directive asks for.
  struct Directive {
    var isLeft = false
    var isAlternate = false
    var isZeroPadded = false
    var plus = ""
    var width = 0
    var precision: Int?
    /// The value that a name gave.
    var named: RubyValue?
  }

  let call: CoreCall
  private let format: RubyString
  private let arguments: [RubyValue]
  private let bytes: [UInt8]
  private var position = 0
  private var next = 0
  private var result = RubyString([], at: nil)
  /// Whether the text depends on what cannot be told.
  private var isTold = true

  init(_ format: RubyString, _ arguments: [RubyValue], _ call: CoreCall) {
    self.format = format
    self.arguments = arguments
    self.call = call
    bytes = format.bytes
  }

  /// The text; `unknown` where a value that it shows cannot be told.
  mutating func formatted() throws(Unwinding) -> RubyValue {
    while position < bytes.count {
      let start = position
      while position < bytes.count, bytes[position] != UInt8(ascii: "%") { position += 1 }
      if position > start { result.append(format.slice(start..<position)) }
      guard position < bytes.count else { break }
      position += 1
      try directive()
    }
    return isTold ? .string(result) : call.unknown("a value that it formats cannot be told")
  }

  private mutating func directive() throws(Unwinding) {
    var directive = Directive()
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "-"): directive.isLeft = true
      case UInt8(ascii: "+"): directive.plus = "+"
      case UInt8(ascii: " "): if directive.plus.isEmpty { directive.plus = " " }
      case UInt8(ascii: "#"): directive.isAlternate = true
      case UInt8(ascii: "0"): directive.isZeroPadded = true
      case UInt8(ascii: "1")...UInt8(ascii: "9"):
        position -= 1
        let number = try number()
        if position < bytes.count, bytes[position] == UInt8(ascii: "$") {
          position += 1
          directive.named = number <= arguments.count ? arguments[number - 1] : nil
          if directive.named == nil { throw call.raise("ArgumentError", "too few arguments") }
        } else {
          directive.width = number
        }
      case UInt8(ascii: "*"):
        guard case .integer(let width) = try nextArgument() else {
          throw call.raise("ArgumentError", "bad width")
        }
        directive.isLeft = directive.isLeft || width < 0
        directive.width = Int(clamping: width.magnitude)
      case UInt8(ascii: "."):
        directive.precision = position < bytes.count && TextBytes.isDigit(bytes[position]) ? try number() : 0
      case UInt8(ascii: "<"): directive.named = try named(closing: UInt8(ascii: ">"))
      case UInt8(ascii: "{"):
        let value = try named(closing: UInt8(ascii: "}"))
        return try appendText(try call.text(of: value), directive)
      case UInt8(ascii: "%"), 0x0A, 0x00:
        guard byte != UInt8(ascii: "%") || directive.width == 0 else {
          throw call.raise("ArgumentError", "invalid format character - %")
        }
        return result.append(
          byte == UInt8(ascii: "%")
            ? format.slice(position - 1..<position) : format.slice(position - 2..<position))
      default: return try append(byte, directive)
      }
    }
    throw call.raise("ArgumentError", "incomplete format specifier; use %% (double %) instead")
  }

  private mutating func number() throws(Unwinding) -> Int {
    var value = 0
    while position < bytes.count, TextBytes.isDigit(bytes[position]) {
      value = value * 10 + Int(bytes[position]) - 0x30
      guard value <= Int(Int32.max) else { throw call.raise("ArgumentError", "width too big") }
      position += 1
    }
    return value
  }

  private mutating func nextArgument() throws(Unwinding) -> RubyValue {
    guard next < arguments.count else { throw call.raise("ArgumentError", "too few arguments") }
    next += 1
    return arguments[next - 1]
  }

  private mutating func named(closing: UInt8) throws(Unwinding) -> RubyValue {
    guard let end = bytes[position...].firstIndex(of: closing) else {
      throw call.raise("ArgumentError", "malformed name - unmatched parenthesis")
    }
    let name = String(decoding: bytes[position..<end], as: UTF8.self)
    position = end + 1
    guard arguments.count == 1, case .hash(let hash) = arguments[0] else {
      if let doubt = arguments.first?.doubt { return .unknown(doubt) }
      throw call.raise("ArgumentError", "one hash required")
    }
    if let value = hash[.symbol(call.run.symbol(name))] { return value }
    guard hash.fallbackBlock == nil, hash.fallback.isNil else {
      return call.unknown("a default of a hash is shown")
    }
    let shown = closing == UInt8(ascii: ">") ? "<\(name)>" : "{\(name)}"
    throw call.raise("KeyError", "key\(shown) not found")
  }

  private mutating func append(_ type: UInt8, _ directive: Directive) throws(Unwinding) {
    let types = "diuspxXobBeEfgGaAc"
    guard types.utf8.contains(type) else {
      throw call.raise("ArgumentError", "malformed format string - %\(String(Unicode.Scalar(type)))")
    }
    let value = if let named = directive.named { named } else { try nextArgument() }
    guard value.doubt == nil else { return isTold = false }
    switch type {
    case UInt8(ascii: "s"): try appendText(try call.text(of: value), directive)
    case UInt8(ascii: "p"): try appendText(try call.inspection(of: value).map { Array($0.utf8) }, directive)
    case UInt8(ascii: "c"):
      if case .integer(let number) = value {
        let scalar = Unicode.Scalar(UInt32(clamping: number)) ?? " "
        try appendText(Array(String(scalar).utf8), directive)
      } else {
        try appendText(try call.text(of: value).map { Array($0.prefix(1)) }, directive)
      }
    case UInt8(ascii: "d"), UInt8(ascii: "i"), UInt8(ascii: "u"), UInt8(ascii: "x"), UInt8(ascii: "X"),
      UInt8(ascii: "o"), UInt8(ascii: "b"), UInt8(ascii: "B"):
      guard case .integer(let number) = try NumberConversion.integer(value, call, flooring: true) else {
        return isTold = false
      }
      try append(padded: NumberFormat.integer(number, type, directive), directive)
    default:
      guard case .float(let number) = try NumberConversion.float(value, call) else { return isTold = false }
      try append(padded: NumberFormat.float(number, type, directive), directive)
    }
  }

  private mutating func appendText(_ text: [UInt8]?, _ directive: Directive) throws(Unwinding) {
    guard var text else { return isTold = false }
    if let precision = directive.precision {
      let table = CharacterTable(text)
      if table.count > precision { text = Array(text[..<table.offset(of: precision)]) }
    }
    let missing = max(0, directive.width - CharacterTable(text).count)
    try call.reserve(missing + text.count)
    let blanks = [UInt8](repeating: 0x20, count: missing)
    let shown = directive.isLeft ? text + blanks : blanks + text
    result.append(RubyString(shown, at: call.place))
  }

  private mutating func append(
    padded number: (sign: String, prefix: String, digits: String), _ directive: Directive
  ) throws(Unwinding) {
    let length = number.sign.utf8.count + number.prefix.utf8.count + number.digits.utf8.count
    let missing = max(0, directive.width - length)
    try call.reserve(missing + length)
    let text: String
    if directive.isLeft {
      text = number.sign + number.prefix + number.digits + String(repeating: " ", count: missing)
    } else if directive.isZeroPadded,
      number.digits.utf8.first.map(TextBytes.isLetter) != true || number.prefix != ""
    {
      text = number.sign + number.prefix + String(repeating: "0", count: missing) + number.digits
    } else {
      text = String(repeating: " ", count: missing) + number.sign + number.prefix + number.digits
    }
    result.append(RubyString(Array(text.utf8), at: call.place))
  }
}

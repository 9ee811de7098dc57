/// `Integer()` and `Float()`.
enum NumberConversion {
  /// An integer, or `unknown`; raises as `Integer()` does.
  static func integer(
    _ value: RubyValue, _ call: CoreCall, radix: Int = 0, flooring: Bool = false
  ) throws(Unwinding) -> RubyValue {
    switch value {
    case .integer: return value
    case .float(let number):
      guard number.isFinite else { throw call.raise("FloatDomainError", NumericText.text(of: number)) }
      return Int(exactly: number.rounded(flooring ? .down : .towardZero)).map { .integer($0) }
        ?? call.unknown("the number is too large")
    case .string(let string):
      if string.doubt != nil { return value.settled }
      switch NumericText.strictInteger(string.bytes, radix: radix) {
      case .integer(let number): return .integer(number)
      case .tooLarge: return call.unknown("the number is too large")
      case .malformed:
        throw call.raise(
          "ArgumentError", "invalid value for Integer(): \(TextInspection.quoted(string.bytes))")
      }
    case .unknown: return value
    case .nil: throw call.raise("TypeError", "can't convert nil into Integer")
    case .object: return try converted(value, by: .toInteger, into: "Integer", call)
    default: throw noConversion(of: value, into: "Integer", call)
    }
  }

  /// A float, or `unknown`; raises as `Float()` does.
  static func float(_ value: RubyValue, _ call: CoreCall) throws(Unwinding) -> RubyValue {
    switch value {
    case .float: return value
    case .integer(let number): return .float(Double(number))
    case .string(let string):
      if string.doubt != nil { return value.settled }
      if let number = NumericText.strictFloat(string.bytes) { return .float(number) }
      if case .integer(let number) = NumericText.strictInteger(string.bytes, radix: 0),
        string.bytes.contains(where: { $0 | 0x20 == UInt8(ascii: "x") })
      {
        return .float(Double(number))
      }
      throw call.raise("ArgumentError", "invalid value for Float(): \(TextInspection.quoted(string.bytes))")
    case .unknown: return value
    case .nil: throw call.raise("TypeError", "can't convert nil into Float")
    case .object: return try converted(value, by: .toFloat, into: "Float", call)
    default: throw noConversion(of: value, into: "Float", call)
    }
  }

  private static func converted(
    _ value: RubyValue, by name: KnownName, into className: String, _ call: CoreCall
  ) throws(Unwinding) -> RubyValue {
    guard call.run.method(name.symbol, of: call.run.module(of: value)) != nil else {
      throw noConversion(of: value, into: className, call)
    }
    return try call.send(value, name)
  }

  private static func noConversion(of value: RubyValue, into className: String, _ call: CoreCall) -> Unwinding
  {
    let name =
      if case .boolean(let flag) = value { flag ? "true" : "false" } else { call.run.className(of: value) }
    return call.raise("TypeError", "can't convert \(name) into \(className)")
  }
}

import Glibc

/// `Float`; arithmetic and comparison are in `Arithmetic`.
enum FloatMethods {
  static func define(in table: CoreTable) {
    defineConstants(table)
    let floats = table.floats
    floats.define("to_s", "inspect") { number, call in call.make(NumericText.text(of: number)) }
    floats.define("to_f") { _, call in call.receiver }
    floats.define("to_i", "to_int", "truncate", arity: CoreArity(0, 1)) { (number, call) throws(Unwinding) in
      if call.count == 1 { return try rounded(number, .towardZero, call) }
      return try whole(number.rounded(.towardZero), call)
    }
    floats.define("nan?") { number, _ in .boolean(number.isNaN) }
    floats.define("finite?") { number, _ in .boolean(number.isFinite) }
    floats.define("infinite?") { number, _ in number.isInfinite ? .integer(number < 0 ? -1 : 1) : .nil }
    floats.define("integer?") { _, _ in .boolean(false) }
    floats.define("real?") { _, _ in .boolean(true) }
    floats.define("zero?") { number, _ in .boolean(number == 0) }
    floats.define("positive?") { number, _ in .boolean(number > 0) }
    floats.define("negative?") { number, _ in .boolean(number < 0) }
    floats.define("nonzero?") { number, call in number == 0 ? .nil : call.receiver }
    floats.define("eql?", "equal?", arity: 1) { number, call in
      if case .float(let other) = call[0] { .boolean(number == other) } else { .boolean(false) }
    }
    floats.define("coerce", arity: 1) { (number, call) throws(Unwinding) in
      guard let other = NumericText.double(of: call[0]) else { return call.unknown("it is made a number") }
      return call.make([.float(other), call.receiver])
    }
    for (name, way) in [("round", Rounding.nearest), ("floor", .down), ("ceil", .up)] {
      floats.define(name, arity: CoreArity(0, 2)) { (number, call) throws(Unwinding) in
        try rounded(number, way, call)
      }
    }
  }

  private static func defineConstants(_ table: CoreTable) {
    table.constant("INFINITY", .float(.infinity))
    table.constant("NAN", .float(.nan))
    table.constant("EPSILON", .float(.ulpOfOne))
    table.constant("MAX", .float(.greatestFiniteMagnitude))
    table.constant("MIN", .float(.leastNormalMagnitude))
    table.constant("DIG", .integer(15))
  }

  private static func whole(_ number: Double, _ call: CoreCall) throws(Unwinding) -> RubyValue {
    guard number.isFinite else {
      throw call.raise("FloatDomainError", NumericText.text(of: number))
    }
    return Int(exactly: number).map { .integer($0) } ?? call.unknown("the number is too large")
  }

  private static func rounded(_ number: Double, _ way: Rounding, _ call: CoreCall) throws(Unwinding)
    -> RubyValue
  {
    let digits = call.positionals.isEmpty ? 0 : try call.integer(0)
    if let half = call.option("half"), !half.isNil {
      guard digits == 0, case .symbol(let name) = half, call.run.spelling(of: name) == "even" else {
        return call.unknown("such a rounding is not followed")
      }
      return try whole(number.rounded(.toNearestOrEven), call)
    }
    guard digits > 0 else {
      let result = try whole(number.rounded(rule(way)), call)
      guard digits < 0 else { return result }
      return try call.run.call(result, call.name, [.integer(digits)], at: call.place)
    }
    guard number.isFinite, number != 0 else { return call.receiver }
    // Beyond the digits that a float has there is nothing to round.
    let exponent = Int(number.exponent) + 1
    let limit = 17 - (exponent > 0 ? exponent / 4 : exponent / 3 - 1)
    if digits >= limit { return call.receiver }
    guard digits <= 14 else { return call.unknown("so many digits are not followed") }
    return .float(rounded(number, way, scale: pow(10, Double(digits))))
  }

  private static func rule(_ way: Rounding) -> FloatingPointRoundingRule {
    switch way {
    case .nearest: .toNearestOrAwayFromZero
    case .down: .down
    case .up: .up
    case .towardZero: .towardZero
    }
  }

  /// As Ruby corrects what the multiplication loses.
  private static func rounded(_ number: Double, _ way: Rounding, scale: Double) -> Double {
    let scaled = number * scale
    switch way {
    case .nearest:
      var result = scaled.rounded(.toNearestOrAwayFromZero)
      if number > 0, (result + 0.5) / scale <= number { result += 1 }
      if number < 0, (result - 0.5) / scale >= number { result -= 1 }
      return result / scale
    case .down: return down(number, scale)
    case .up: return up(number, scale)
    case .towardZero: return number > 0 ? down(number, scale) : up(number, scale)
    }
  }

  private static func down(_ number: Double, _ scale: Double) -> Double {
    let below = (number * scale).rounded(.down)
    let next = (below + 1) / scale
    return next > number ? below / scale : next
  }

  private static func up(_ number: Double, _ scale: Double) -> Double {
    let above = (number * scale).rounded(.up)
    let previous = (above - 1) / scale
    return previous < number ? above / scale : previous
  }
}

import Glibc

/// Arithmetic and comparison of `Integer` and `Float`.
enum Arithmetic {
  static func define(in table: CoreTable) {
    defineOperators(table)
    defineComparisons(table)
    defineDivisions(table)
    table.define("-@") { call in
      switch call.receiver {
      case .integer(let number): number == .min ? tooLarge(call) : .integer(-number)
      case .float(let number): .float(-number)
      default: call.untold
      }
    }
    table.define("+@") { call in call.receiver }
    table.define("abs", "magnitude") { call in
      switch call.receiver {
      case .integer(let number): number == .min ? tooLarge(call) : .integer(abs(number))
      case .float(let number): .float(number.magnitude)
      default: call.untold
      }
    }
  }

  private static func tooLarge(_ call: CoreCall) -> RubyValue { call.unknown("the number is too large") }

  /// "nil can't be coerced into Integer".
  static func noCoercion(
    _ value: RubyValue, into className: String, _ call: CoreCall
  ) throws(Unwinding) -> Unwinding {
    let name =
      switch value {
      case .nil, .boolean: try call.inspection(of: value) ?? "?"
      default: call.run.className(of: value)
      }
    return call.raise("TypeError", "\(name) can't be coerced into \(className)")
  }

  /// The result of an operator; an object that knows how to be coerced is asked.
  private static func coerced(_ call: CoreCall) throws(Unwinding) -> RubyValue {
    if case .object(let object) = call[0] {
      let coerce = call.run.symbol("coerce")
      guard call.run.method(coerce, of: call.run.module(of: .object(object))) != nil else {
        throw try noCoercion(call[0], into: call.run.className(of: call.receiver), call)
      }
      let pair = try call.run.call(call[0], coerce, [call.receiver], at: call.place)
      guard case .array(let pair) = pair, pair.elements.count == 2 else { return call.untold }
      return try call.run.call(pair.elements[0], call.name, [pair.elements[1]], at: call.place)
    }
    throw try noCoercion(call[0], into: call.run.className(of: call.receiver), call)
  }

  private typealias Whole = (Int, Int) -> (partialValue: Int, overflow: Bool)

  private static func defineOperators(_ table: CoreTable) {
    func define(_ name: String, _ whole: @escaping Whole, _ real: @escaping (Double, Double) -> Double) {
      table.define(name, arity: 1) { (call) throws(Unwinding) in
        switch (call.receiver, call[0]) {
        case (.integer(let a), .integer(let b)):
          let (result, overflow) = whole(a, b)
          return overflow ? tooLarge(call) : .integer(result)
        case (.integer(let a), .float(let b)): return .float(real(Double(a), b))
        case (.float(let a), .integer(let b)): return .float(real(a, Double(b)))
        case (.float(let a), .float(let b)): return .float(real(a, b))
        default: return try coerced(call)
        }
      }
    }
    define("+", { $0.addingReportingOverflow($1) }, { $0 + $1 })
    define("-", { $0.subtractingReportingOverflow($1) }, { $0 - $1 })
    define("*", { $0.multipliedReportingOverflow(by: $1) }, { $0 * $1 })
    table.define("**", "pow", arity: CoreArity(1, 2)) { (call) throws(Unwinding) in
      switch (call.receiver, call[0]) {
      case (.integer(let a), .integer(let b)):
        guard b >= 0, call.count == 1 else { return call.unknown("it is no plain power") }
        return power(a, b).map { .integer($0) } ?? tooLarge(call)
      case (.float, .integer), (.integer, .float), (.float, .float):
        guard let a = NumericText.double(of: call.receiver), let b = NumericText.double(of: call[0]),
          a >= 0 || b == b.rounded()
        else { return call.unknown("it is a complex number") }
        return .float(pow(a, b))
      default: return try coerced(call)
      }
    }
  }

  private static func power(_ base: Int, _ exponent: Int) -> Int? {
    if base == 0 || base == 1 { return exponent == 0 ? 1 : base }
    if base == -1 { return exponent.isMultiple(of: 2) ? 1 : -1 }
    guard exponent < 64 else { return nil }
    var result = 1
    for _ in 0..<exponent {
      let (next, overflow) = result.multipliedReportingOverflow(by: base)
      if overflow { return nil }
      result = next
    }
    return result
  }

  private static func defineComparisons(_ table: CoreTable) {
    func define(_ name: String, _ holds: @escaping (Int) -> Bool) {
      table.define(name, arity: 1) { (call) throws(Unwinding) in
        guard let a = Ordered(call.receiver), let b = Ordered(call[0]) else {
          throw try call.noComparison(call.receiver, call[0])
        }
        return .boolean(a.order(b).map(holds) ?? false)
      }
    }
    define("<") { $0 < 0 }
    define("<=") { $0 <= 0 }
    define(">") { $0 > 0 }
    define(">=") { $0 >= 0 }
    table.define("<=>", arity: 1) { call in
      guard let a = Ordered(call.receiver), let b = Ordered(call[0]) else { return .nil }
      return a.order(b).map { .integer($0) } ?? .nil
    }
    table.define("==", "===", arity: 1) { (call) throws(Unwinding) in
      guard let a = Ordered(call.receiver), let b = Ordered(call[0]) else {
        guard case .object = call[0] else { return .boolean(false) }
        return call.boolean(try call.areEqual(call[0], call.receiver))
      }
      return .boolean(a.order(b) == 0)
    }
  }

  private static func defineDivisions(_ table: CoreTable) {
    table.define("/", arity: 1) { (call) throws(Unwinding) in
      if case .integer(let a) = call.receiver, case .integer(let b) = call[0] {
        return try quotient(a, b, call).map { .integer($0) } ?? tooLarge(call)
      }
      guard let a = NumericText.double(of: call.receiver), let b = NumericText.double(of: call[0]) else {
        return try coerced(call)
      }
      return .float(a / b)
    }
    table.define("div", arity: 1) { (call) throws(Unwinding) in
      if case .integer(let a) = call.receiver, case .integer(let b) = call[0] {
        return try quotient(a, b, call).map { .integer($0) } ?? tooLarge(call)
      }
      guard let a = NumericText.double(of: call.receiver), let b = NumericText.double(of: call[0]) else {
        return try coerced(call)
      }
      if b == 0 { throw call.raise("ZeroDivisionError", "divided by 0") }
      return Int(exactly: (a / b).rounded(.down)).map { .integer($0) } ?? tooLarge(call)
    }
    table.define("%", "modulo", arity: 1) { (call) throws(Unwinding) in
      if case .integer(let a) = call.receiver, case .integer(let b) = call[0] {
        return .integer(try remainder(a, b, call))
      }
      guard let a = NumericText.double(of: call.receiver), let b = NumericText.double(of: call[0]) else {
        return try coerced(call)
      }
      return .float(remainder(a, b))
    }
    table.define("remainder", arity: 1) { (call) throws(Unwinding) in
      if case .integer(let a) = call.receiver, case .integer(let b) = call[0] {
        if b == 0 { throw call.raise("ZeroDivisionError", "divided by 0") }
        return .integer(b == -1 ? 0 : a % b)
      }
      guard let a = NumericText.double(of: call.receiver), let b = NumericText.double(of: call[0]) else {
        return try coerced(call)
      }
      return .float(fmod(a, b))
    }
    table.define("divmod", arity: 1) { (call) throws(Unwinding) in
      if case .integer(let a) = call.receiver, case .integer(let b) = call[0] {
        guard let quotient = try quotient(a, b, call) else { return tooLarge(call) }
        return call.make([.integer(quotient), .integer(try remainder(a, b, call))])
      }
      guard let a = NumericText.double(of: call.receiver), let b = NumericText.double(of: call[0]) else {
        return try coerced(call)
      }
      if b == 0 { throw call.raise("ZeroDivisionError", "divided by 0") }
      let rest = remainder(a, b)
      guard let whole = Int(exactly: ((a - rest) / b).rounded()) else { return tooLarge(call) }
      return call.make([.integer(whole), .float(rest)])
    }
    table.define("fdiv", "quo", arity: 1) { (call) throws(Unwinding) in
      guard let a = NumericText.double(of: call.receiver), let b = NumericText.double(of: call[0]) else {
        return try coerced(call)
      }
      return .float(a / b)
    }
  }

  /// The quotient rounded down; nil where it does not fit.
  private static func quotient(_ a: Int, _ b: Int, _ call: CoreCall) throws(Unwinding) -> Int? {
    if b == 0 { throw call.raise("ZeroDivisionError", "divided by 0") }
    let (quotient, overflow) = a.dividedReportingOverflow(by: b)
    if overflow { return nil }
    return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient
  }

  /// The rest of the quotient rounded down: it has the sign of the divisor.
  private static func remainder(_ a: Int, _ b: Int, _ call: CoreCall) throws(Unwinding) -> Int {
    if b == 0 { throw call.raise("ZeroDivisionError", "divided by 0") }
    if b == -1 { return 0 }
    let rest = a % b
    return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest
  }

  private static func remainder(_ a: Double, _ b: Double) -> Double {
    let rest = fmod(a, b)
    return rest != 0 && (rest < 0) != (b < 0) && b.isFinite ? rest + b : rest
  }

  /// The greatest common divisor.
  static func divisor(_ a: Int, _ b: Int) -> Int {
    var (large, small) = (a.magnitude, b.magnitude)
    while small != 0 { (large, small) = (small, large % small) }
    return Int(exactly: large) ?? .max
  }
}

/// A number in an order with others.
private enum Ordered {
  case integer(Int)
  case float(Double)

  init?(_ value: RubyValue) {
    switch value {
    case .integer(let number): self = .integer(number)
    case .float(let number): self = .float(number)
    default: return nil
    }
  }

  /// Below, above or 0; nil beside what is no number.
  func order(_ other: Ordered) -> Int? {
    switch (self, other) {
    case (.integer(let a), .integer(let b)): return a < b ? -1 : a > b ? 1 : 0
    case (.float(let a), .float(let b)): return Self.order(a, b)
    case (.integer(let a), .float(let b)): return Self.order(Double(a), b)
    case (.float(let a), .integer(let b)): return Self.order(a, Double(b))
    }
  }

  private static func order(_ a: Double, _ b: Double) -> Int? {
    a < b ? -1 : a > b ? 1 : a == b ? 0 : nil
  }
}

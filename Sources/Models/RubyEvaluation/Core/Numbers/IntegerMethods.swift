/// `Integer`; arithmetic and comparison are in `Arithmetic`.
enum IntegerMethods {
  static func define(in table: CoreTable) {
    let integers = table.integers
    defineQuestions(integers)
    defineText(integers)
    defineLoops(integers)
    defineBits(integers)
    defineRounding(integers)
    table.defineOnItself("sqrt", arity: 1) { (call) throws(Unwinding) in
      let number = try call.integer(0)
      guard number >= 0 else {
        throw call.raise(path: "Math::DomainError", "Numerical argument is out of domain - \"isqrt\"")
      }
      var root = Int(Double(number).squareRoot())
      while root > number / max(1, root) { root -= 1 }
      while (root + 1) <= number / (root + 1) { root += 1 }
      return .integer(root)
    }
  }

  private static func defineQuestions(_ integers: KindTable<Int>) {
    integers.define("zero?") { number, _ in .boolean(number == 0) }
    integers.define("positive?") { number, _ in .boolean(number > 0) }
    integers.define("negative?") { number, _ in .boolean(number < 0) }
    integers.define("even?") { number, _ in .boolean(number.isMultiple(of: 2)) }
    integers.define("odd?") { number, _ in .boolean(!number.isMultiple(of: 2)) }
    integers.define("integer?", "finite?", "real?") { _, _ in .boolean(true) }
    integers.define("nan?") { _, _ in .boolean(false) }
    integers.define("infinite?") { _, _ in .nil }
    integers.define("nonzero?") { number, call in number == 0 ? .nil : call.receiver }
    integers.define("size") { _, _ in .integer(8) }
    integers.define("to_i", "to_int", "ord", "numerator") { _, call in call.receiver }
    integers.define("to_f") { number, _ in .float(Double(number)) }
    integers.define("denominator") { _, _ in .integer(1) }
    integers.define("eql?", "equal?", arity: 1) { number, call in
      if case .integer(number) = call[0] { .boolean(true) } else { .boolean(false) }
    }
    integers.define("coerce", arity: 1) { (number, call) throws(Unwinding) in
      switch call[0] {
      case .integer: return call.make([call[0], call.receiver])
      case .float: return call.make([call[0], .float(Double(number))])
      default: return call.unknown("it is made a number")
      }
    }
  }

  private static func defineText(_ integers: KindTable<Int>) {
    integers.define("to_s", "inspect", arity: CoreArity(0, 1)) { (number, call) throws(Unwinding) in
      let radix = call.count == 0 ? 10 : try call.integer(0)
      guard (2...36).contains(radix) else { throw call.raise("ArgumentError", "invalid radix \(radix)") }
      return call.make(String(number, radix: radix))
    }
    integers.define("chr", arity: CoreArity(0, 1)) { (number, call) throws(Unwinding) in
      guard number >= 0, number <= UInt32.max else {
        throw call.raise("RangeError", "\(number) out of char range")
      }
      if call.count == 0 {
        guard number < 256 else { throw call.raise("RangeError", "\(number) out of char range") }
        return call.make([UInt8(number)])
      }
      guard let scalar = Unicode.Scalar(UInt32(number)) else {
        throw call.raise(
          "RangeError", "invalid codepoint 0x\(String(number, radix: 16, uppercase: true)) in UTF-8")
      }
      return call.make(String(scalar))
    }
    integers.define("digits", arity: CoreArity(0, 1)) { (number, call) throws(Unwinding) in
      let base = call.count == 0 ? 10 : try call.integer(0)
      guard number >= 0 else { throw call.raise(path: "Math::DomainError", "out of domain") }
      guard base >= 2 else {
        throw call.raise("ArgumentError", base < 0 ? "negative radix" : "invalid radix \(base)")
      }
      var rest = number
      var digits: [RubyValue] = []
      repeat {
        digits.append(.integer(rest % base))
        rest /= base
      } while rest > 0
      return call.make(digits)
    }
  }

  private static func defineLoops(_ integers: KindTable<Int>) {
    integers.define("times") { (number, call) throws(Unwinding) in
      guard call.block != nil else { return call.enumerator() }
      for index in 0..<max(0, number) { _ = try call.yield(.integer(index)) }
      return call.receiver
    }
    integers.define("upto", arity: 1) { (number, call) throws(Unwinding) in
      guard call.block != nil else { return call.enumerator() }
      guard case .integer(let last) = call[0] else {
        guard case .float = call[0] else { throw try call.noComparison(call.receiver, call[0]) }
        return call.unknown("it counts up to a fraction")
      }
      var index = number
      while index <= last {
        _ = try call.yield(.integer(index))
        if index == .max { break }
        index += 1
      }
      return call.receiver
    }
    integers.define("downto", arity: 1) { (number, call) throws(Unwinding) in
      guard call.block != nil else { return call.enumerator() }
      guard case .integer(let last) = call[0] else {
        guard case .float = call[0] else { throw try call.noComparison(call.receiver, call[0]) }
        return call.unknown("it counts down to a fraction")
      }
      var index = number
      while index >= last {
        _ = try call.yield(.integer(index))
        if index == .min { break }
        index -= 1
      }
      return call.receiver
    }
    integers.define("succ", "next") { number, call in
      number == .max ? call.unknown("the number is too large") : .integer(number + 1)
    }
    integers.define("pred") { number, call in
      number == .min ? call.unknown("the number is too large") : .integer(number - 1)
    }
    integers.define("step", arity: CoreArity(0, 3)) { (number, call) throws(Unwinding) in
      guard call.block != nil else { return call.enumerator() }
      let positionals = Array(call.positionals)
      let limit = call.option("to") ?? positionals.first ?? .nil
      let by = call.option("by") ?? (positionals.count > 1 ? positionals[1] : .integer(1))
      guard case .integer(let step) = by else { return call.unknown("such a step is not followed") }
      if step == 0 { throw call.raise("ArgumentError", "step can't be 0") }
      let last: Int
      switch limit {
      case .integer(let number): last = number
      case .nil: last = step > 0 ? .max : .min
      default: return call.unknown("such a step is not followed")
      }
      var index = number
      while step > 0 ? index <= last : index >= last {
        _ = try call.yield(.integer(index))
        let (next, overflow) = index.addingReportingOverflow(step)
        if overflow { break }
        index = next
      }
      return call.receiver
    }
  }

  private static func defineBits(_ integers: KindTable<Int>) {
    integers.define("&", arity: 1) { (number, call) throws(Unwinding) in .integer(number & (try mask(call))) }
    integers.define("|", arity: 1) { (number, call) throws(Unwinding) in .integer(number | (try mask(call))) }
    integers.define("^", arity: 1) { (number, call) throws(Unwinding) in .integer(number ^ (try mask(call))) }
    integers.define("~") { number, _ in .integer(~number) }
    integers.define("<<", arity: 1) { (number, call) throws(Unwinding) in
      shifted(number, by: try call.integer(0)).map { .integer($0) } ?? call.unknown("the number is too large")
    }
    integers.define(">>", arity: 1) { (number, call) throws(Unwinding) in
      let count = try call.integer(0)
      return shifted(number, by: count == .min ? .max : -count).map { .integer($0) }
        ?? call.unknown("the number is too large")
    }
    integers.define("[]", arity: 1) { (number, call) throws(Unwinding) in
      let bit = try call.integer(0)
      return .integer(bit < 0 ? 0 : (number >> min(bit, 63)) & 1)
    }
    integers.define("bit_length") { number, _ in
      .integer(64 - (number < 0 ? ~number : number).leadingZeroBitCount)
    }
    integers.define("allbits?", arity: 1) { (number, call) throws(Unwinding) in
      let mask = try call.integer(0)
      return .boolean(number & mask == mask)
    }
    integers.define("anybits?", arity: 1) { (number, call) throws(Unwinding) in
      .boolean(number & (try call.integer(0)) != 0)
    }
    integers.define("nobits?", arity: 1) { (number, call) throws(Unwinding) in
      .boolean(number & (try call.integer(0)) == 0)
    }
    integers.define("gcd", arity: 1) { (number, call) throws(Unwinding) in
      .integer(Arithmetic.divisor(number, try call.integer(0)))
    }
    integers.define("lcm", arity: 1) { (number, call) throws(Unwinding) in
      let other = try call.integer(0)
      guard number != 0, other != 0 else { return .integer(0) }
      let (product, overflow) = (number / max(1, Arithmetic.divisor(number, other)))
        .multipliedReportingOverflow(by: other)
      return overflow || product == .min ? call.unknown("the number is too large") : .integer(abs(product))
    }
  }

  private static func mask(_ call: CoreCall) throws(Unwinding) -> Int {
    guard case .integer(let other) = call[0] else {
      throw try Arithmetic.noCoercion(call[0], into: "Integer", call)
    }
    return other
  }

  /// A number moved to the left, or to the right by a negative count; nil where it does not fit.
  private static func shifted(_ number: Int, by count: Int) -> Int? {
    if count <= 0 { return number >> min(63, count == .min ? 63 : -count) }
    guard number != 0 else { return 0 }
    guard count < 63 else { return nil }
    let result = number << count
    return result >> count == number ? result : nil
  }

  private static func defineRounding(_ integers: KindTable<Int>) {
    for (name, way) in [
      ("round", Rounding.nearest), ("floor", .down), ("ceil", .up), ("truncate", .towardZero),
    ] {
      integers.define(name, arity: CoreArity(0, 2)) { (number, call) throws(Unwinding) in
        let digits = call.positionals.isEmpty ? 0 : try call.integer(0)
        guard digits < 0 else { return call.receiver }
        guard digits > -19 else { return .integer(0) }
        if call.option("half") != nil { return call.unknown("such a rounding is not followed") }
        var unit = 1
        for _ in 0..<(-digits) { unit *= 10 }
        return way.rounded(number, to: unit).map { .integer($0) } ?? call.unknown("the number is too large")
      }
    }
  }
}

/// Which way a number is rounded.
enum Rounding {
  case nearest, down, up, towardZero

  /// The multiple of a unit; nil where it does not fit.
  func rounded(_ number: Int, to unit: Int) -> Int? {
    let rest = ((number % unit) + unit) % unit
    guard rest != 0 else { return number }
    let (below, overflow) = number.subtractingReportingOverflow(rest)
    if overflow { return nil }
    let goesUp =
      switch self {
      case .nearest: number >= 0 ? rest >= unit - rest : rest > unit - rest
      case .down: false
      case .up: true
      case .towardZero: number < 0
      }
    guard goesUp else { return below }
    let (above, tooLarge) = below.addingReportingOverflow(unit)
    return tooLarge ? nil : above
  }
}

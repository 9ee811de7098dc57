import GoTemplate
import Source

/// Sprig's functions of numbers.
enum NumberFunctions {
  static func function(_ name: String) -> PlainFunction? {
    reading(name) ?? whole(name) ?? fractions(name) ?? sequences(name)
  }

  private static func reading(_ name: String) -> PlainFunction? {
    switch name {
    case "atoi": .of(.text) { .integer(GoInteger($0.text(0), radix: 10)?.value ?? 0) }
    case "int": .of(.any) { .integer($0.number(0)) }
    case "int64": .of(.any) { .wide($0.number(0)) }
    case "float64": .of(.any) { .value(.float($0[0].fraction)) }
    case "toDecimal":
      .of(.any) { arguments in
        guard let number = GoInteger(arguments[0].words, radix: 8), number.isInRange else {
          return .wide(0)
        }
        return .wide(number.value)
      }
    default: nil
    }
  }

  private static func whole(_ name: String) -> PlainFunction? {
    switch name {
    case "add": return .variadic(.any) { .wide($0.values.reduce(0) { $0 &+ $1.wholeNumber }) }
    case "add1": return .of(.any) { .wide($0.number(0) &+ 1) }
    case "sub": return .of(.any, .any) { .wide($0.number(0) &- $0.number(1)) }
    case "mul": return .variadic(.any, .any) { .wide($0.values.reduce(1) { $0 &* $1.wholeNumber }) }
    case "div", "mod":
      return .of(.any, .any) { arguments in
        let (a, b) = (arguments.number(0), arguments.number(1))
        guard b != 0 else { return .failure("runtime error: integer divide by zero") }
        return .wide(
          name == "div" ? a.dividedReportingOverflow(by: b).0 : a.remainderReportingOverflow(dividingBy: b).0)
      }
    case "max", "biggest":
      return .variadic(.any, .any) { .wide($0.values.map(\.wholeNumber).max() ?? 0) }
    case "min": return .variadic(.any, .any) { .wide($0.values.map(\.wholeNumber).min() ?? 0) }
    default: return nil
    }
  }

  private static func fractions(_ name: String) -> PlainFunction? {
    switch name {
    case "floor": return .of(.any) { .value(.float($0[0].fraction.rounded(.down))) }
    case "ceil": return .of(.any) { .value(.float($0[0].fraction.rounded(.up))) }
    case "round": return .variadic(.any, .integer, .fraction) { .value(.float(rounded($0))) }
    case "addf": return .variadic(.any) { exact(name, [.float(0)] + $0.values) }
    case "add1f": return .of(.any) { exact(name, [$0[0], .float(1)]) }
    case "subf", "mulf", "divf": return .variadic(.any, .any) { exact(name, $0.values) }
    case "maxf": return .variadic(.any, .any) { .value(.float($0.values.map(\.fraction).max() ?? 0)) }
    case "minf": return .variadic(.any, .any) { .value(.float($0.values.map(\.fraction).min() ?? 0)) }
    default: return nil
    }
  }

  /// The first number with the others added, taken off and so on, one after the other.
  private static func exact(_ name: String, _ values: [PlainValue]) -> Answer {
    var result: ExactNumber?
    for value in values {
      let fraction = value.fraction
      guard let next = ExactNumber(fraction) else {
        return .failure("Cannot create a Decimal from \(GoNumberText.general(fraction))")
      }
      guard let sum = result else {
        result = next
        continue
      }
      if name == "divf", next.isZero { return .failure("decimal division by 0") }
      let changed: ExactNumber? =
        switch name {
        case "subf": sum.adding(next.negated)
        case "mulf": sum.multiplied(by: next)
        case "divf": sum.divided(by: next)
        default: sum.adding(next)
        }
      guard let changed else { return .failure("it comes to more digits than a template may have") }
      result = changed
    }
    return .value(.float(result?.fraction ?? 0))
  }

  /// Rounded to a number of places; from which fraction on it goes up is the third argument.
  private static func rounded(_ arguments: Arguments) -> Double {
    let turn = arguments.count > 2 ? arguments[2].fraction : 0.5
    let factor = Double("1e\(arguments.number(1))") ?? .infinity
    let scaled = arguments[0].fraction * factor
    let part = scaled - scaled.rounded(.towardZero)
    return (part >= turn ? scaled.rounded(.up) : scaled.rounded(.down)) / factor
  }

  private static func sequences(_ name: String) -> PlainFunction? {
    switch name {
    case "until":
      .of(.integer) { list(NumberSteps(from: 0, to: $0.number(0), by: $0.number(0) < 0 ? -1 : 1)) }
    case "untilStep":
      .of(.integer, .integer, .integer) {
        list(NumberSteps(from: $0.number(0), to: $0.number(1), by: $0.number(2)))
      }
    case "seq":
      .variadic(.integer) { arguments in
        guard let steps = NumberSteps(seq: arguments.values.map(\.wholeNumber)) else { return .text("") }
        guard let numbers = steps.numbers else { return tooMany }
        return .text(numbers.map(String.init).joined(separator: " "))
      }
    default: nil
    }
  }

  private static func list(_ steps: NumberSteps) -> Answer {
    steps.numbers.map { .value(.list($0.map { .integer($0) }, of: .integer)) } ?? tooMany
  }

  private static var tooMany: Answer { .failure("it comes to more than \(NumberSteps.limit) numbers") }
}

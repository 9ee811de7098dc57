import GoTemplate

/// The arguments of a call.
struct Arguments {
  let values: [PlainValue]

  init(_ values: [PlainValue]) { self.values = values }

  var count: Int { values.count }

  subscript(place: Int) -> PlainValue { values[place] }

  /// A text parameter; what is declared as one is one.
  func text(_ place: Int) -> String { values[place].words }

  /// A whole number.
  func number(_ place: Int) -> Int { values[place].wholeNumber }

  /// The last argument, which a pipe gives.
  var last: PlainValue { values[values.count - 1] }

  func rest(from place: Int) -> [PlainValue] { Array(values.dropFirst(place)) }
}

/// What a function gives back, or why it fails.
enum Answer {
  case value(PlainValue)
  case failure(String)

  static func text(_ text: String) -> Answer { .value(.text(text)) }
  /// A text of bytes. Where they are no UTF-8 goss fails as soon as it reads the file that the template made.
  static func bytes(_ bytes: some Collection<UInt8>) -> Answer {
    String(validating: bytes, as: UTF8.self).map { .text($0) }
      ?? .failure("it comes to bytes that are no text in UTF-8")
  }

  static func bool(_ flag: Bool) -> Answer { .value(.bool(flag)) }
  static func integer(_ number: Int) -> Answer { .value(.integer(number)) }
  static func wide(_ number: Int) -> Answer { .value(.wide(number)) }
  static func list(_ items: [PlainValue]) -> Answer { .value(.list(items)) }
}

/// A function of plain values.
typealias PlainFunction = GoFunction<String>

extension GoFunction<String> {
  /// A function of fixed parameters.
  static func of(_ parameters: Parameter..., body: @escaping (Arguments) -> Answer) -> PlainFunction {
    made(parameters, isVariadic: false, body)
  }

  /// A function of which the last parameter may be repeated, or left out.
  static func variadic(_ parameters: Parameter..., body: @escaping (Arguments) -> Answer) -> PlainFunction {
    made(parameters, isVariadic: true, body)
  }

  /// A function that changes its first argument, a map, and gives it back.
  static func changing(
    _ parameters: Parameter..., isVariadic: Bool = false, body: @escaping (Arguments) -> Answer
  ) -> PlainFunction {
    var function = made(parameters, isVariadic: isVariadic, body)
    function.changesFirst = true
    return function
  }

  private static func made(
    _ parameters: [Parameter], isVariadic: Bool, _ body: @escaping (Arguments) -> Answer
  ) -> PlainFunction {
    GoFunction(parameters, optionalCount: 0, isVariadic: isVariadic) { values in
      switch body(Arguments(values)) {
      case .value(let value): .value(value)
      case .failure(let reason): .failure(reason)
      }
    }
  }
}

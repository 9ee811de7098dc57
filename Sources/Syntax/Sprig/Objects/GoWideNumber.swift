import GoTemplate

/// Go's `int64`, which is what Sprig counts in: functions that want an `int` do not take it.
struct GoWideNumber: GoObject {
  let value: Int

  init(_ value: Int) { self.value = value }

  var goType: String { "int64" }
  var words: String { "a number" }
  var kindName: String { "int64" }
  var printed: String { String(value) }
  var number: Int? { value }
  var isPlainNumber: Bool { true }

  func isSame(as other: any GoObject) -> Bool { (other as? GoWideNumber)?.value == value }
  func parameters(of method: String) -> [GoParameter]? { nil }
  func answer<Opaque>(_ method: String, _ arguments: [GoArgument]) -> GoResult<Opaque>? { nil }
}

extension GoValue {
  /// A number in 64 bits.
  static func wide(_ number: Int) -> GoValue { .object(GoWideNumber(number)) }
}

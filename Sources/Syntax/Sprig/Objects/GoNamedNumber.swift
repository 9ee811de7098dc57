import GoTemplate

/// A number that Go prints as a word: a month, a day of the week.
struct GoNamedNumber: GoObject {
  let goType: String
  let number: Int?
  let printed: String

  var words: String { "a number" }
  var kindName: String { "int" }

  static func month(_ number: Int) -> GoNamedNumber {
    GoNamedNumber(goType: "time.Month", number: number, printed: CalendarLayout.months[number - 1])
  }

  static func weekday(_ number: Int) -> GoNamedNumber {
    GoNamedNumber(goType: "time.Weekday", number: number, printed: CalendarLayout.weekdays[number])
  }

  func isSame(as other: any GoObject) -> Bool { other.goType == goType && other.number == number }
  func parameters(of method: String) -> [GoParameter]? { method == "String" ? [] : nil }

  func answer<Opaque>(_ method: String, _ arguments: [GoArgument]) -> GoResult<Opaque>? {
    method == "String" ? .value(.text(printed)) : nil
  }
}

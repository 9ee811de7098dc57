package import GoTemplate
import Source

extension GoMoment {
  package func parameters(of method: String) -> [GoParameter]? {
    switch method {
    case "Year", "Month", "Day", "Hour", "Minute", "Second", "Nanosecond", "YearDay", "Weekday", "Unix",
      "UnixMilli", "UnixMicro", "UnixNano", "String", "IsZero", "UTC", "Local":
      []
    case "Format": [.text]
    case "Before", "After", "Equal", "Compare", "Sub": [.object(goType)]
    case "Add": [.object("time.Duration")]
    case "AddDate": [.integer, .integer, .integer]
    default: nil
    }
  }

  package func answer<Opaque>(_ method: String, _ arguments: [GoArgument]) -> GoResult<Opaque>? {
    switch (arguments.first, method) {
    case (nil, _): part(method)
    case (.text(let layout), "Format"): .value(.text(formatted(layout)))
    case (.number(let span), "Add"): .value(.object(adding(GoDuration(nanoseconds: span))))
    case (.object(let other), _): compared(method, other)
    case (.number(let years), "AddDate"): Self.numbers(arguments).map { moved(years, $0[1], $0[2]) }
    default: nil
    }
  }

  private func part<Opaque>(_ method: String) -> GoResult<Opaque>? {
    let time = calendar
    switch method {
    case "Year": return .value(.integer(time.year))
    case "Month": return .value(.object(GoNamedNumber.month(time.month)))
    case "Day": return .value(.integer(time.day))
    case "Hour": return .value(.integer(time.secondOfDay / 3600))
    case "Minute": return .value(.integer(time.secondOfDay / 60 % 60))
    case "Second": return .value(.integer(time.secondOfDay % 60))
    case "Nanosecond": return .value(.integer(nanoseconds))
    case "YearDay": return .value(.integer(time.yearDay))
    case "Weekday": return .value(.object(GoNamedNumber.weekday(time.weekday)))
    case "Unix": return .value(.wide(seconds))
    case "UnixMilli": return .value(.wide(seconds &* 1000 &+ nanoseconds / 1_000_000))
    case "UnixMicro": return .value(.wide(seconds &* 1_000_000 &+ nanoseconds / 1000))
    case "UnixNano": return .value(.wide(seconds &* 1_000_000_000 &+ nanoseconds))
    case "String": return .value(.text(printed))
    case "IsZero": return .value(.bool(seconds == Self.zero.seconds && nanoseconds == 0))
    case "UTC", "Local": return .value(.object(GoMoment(seconds: seconds, nanoseconds: nanoseconds)))
    default: return nil
    }
  }

  private func compared<Opaque>(_ method: String, _ other: any GoObject) -> GoResult<Opaque>? {
    if let span = other as? GoSpan { return method == "Add" ? .value(.object(adding(span.span))) : nil }
    guard let other = other as? GoMoment else { return nil }
    switch method {
    case "Before": return .value(.bool(isBefore(other)))
    case "After": return .value(.bool(other.isBefore(self)))
    case "Equal": return .value(.bool(!isBefore(other) && !other.isBefore(self)))
    case "Compare": return .value(.integer(isBefore(other) ? -1 : other.isBefore(self) ? 1 : 0))
    case "Sub": return .value(.object(GoSpan(span(since: other))))
    default: return nil
    }
  }

  private static func numbers(_ arguments: [GoArgument]) -> [Int]? {
    let numbers = arguments.compactMap { if case .number(let number) = $0 { number } else { nil } }
    return numbers.count == arguments.count ? numbers : nil
  }

  /// The moment in another month; a day that it does not have counts on in the next.
  private func moved<Opaque>(_ years: Int, _ months: Int, _ days: Int) -> GoResult<Opaque> {
    let limit = 1_000_000
    guard max(years.magnitude, months.magnitude, days.magnitude) <= limit else {
      return .failure("it moves by more than \(limit) years, months or days")
    }
    let time = calendar
    let month = time.month - 1 + months
    let carry = (Double(month) / 12).rounded(.down)
    let first = CalendarTime.days(
      year: time.year + years + Int(carry), month: month - Int(carry) * 12 + 1, day: 1)
    let day = first + time.day - 1 + days
    return .value(
      .object(
        GoMoment(
          seconds: day &* 86400 &+ time.secondOfDay &- zone.offset, nanoseconds: nanoseconds, zone: zone)))
  }
}

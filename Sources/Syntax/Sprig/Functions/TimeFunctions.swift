import GoTemplate
import Source

/// Sprig's functions of time. A time is its seconds since 1970, which Sprig takes as well; zones other than UTC are refused.
enum TimeFunctions {
  static func function(_ name: String, _ machine: TemplateMachine) -> PlainFunction? {
    switch name {
    case "date": .of(.text, .any) { .text(CalendarTime($0.number(1)).formatted($0.text(0))) }
    case "dateInZone", "date_in_zone":
      .of(.text, .any, .text) { inZone($0.text(0), $0.number(1), $0.text(2)) }
    case "htmlDate": .of(.any) { .text(CalendarTime($0.number(0)).formatted("2006-01-02")) }
    case "htmlDateInZone": .of(.any, .text) { inZone("2006-01-02", $0.number(0), $0.text(1)) }
    case "unixEpoch": .of(.any) { .text(String($0.number(0))) }
    case "dateModify", "date_modify", "mustDateModify", "must_date_modify":
      .of(.text, .any) { arguments in
        guard let span = GoDuration(arguments.text(0)) else {
          return name.hasPrefix("must")
            ? .failure("time: invalid duration \(GoQuotedText.quoted(arguments.text(0)))")
            : .value(arguments[1])
        }
        return .integer(arguments.number(1) &+ span.wholeSeconds)
      }
    case "ago": .of(.any) { .text(span(from: $0.number(0), to: machine.now).text) }
    case "duration": .of(.any) { .text(GoDuration(seconds: $0.number(0)).text) }
    case "durationRound":
      .of(.any) { arguments in
        if case .text(let text) = arguments[0] {
          return .text(rounded(GoDuration(text.string)?.nanoseconds ?? 0))
        }
        return .text(rounded(arguments.number(0)))
      }
    case "toDate", "mustToDate":
      .of(.text, .text) { arguments in
        guard let time = CalendarTime(arguments.text(1), layout: arguments.text(0)) else {
          return name == "toDate"
            ? .integer(CalendarTime.zero)
            : .failure("parsing time \(GoQuotedText.quoted(arguments.text(1))): it does not fit the layout")
        }
        return .integer(time.seconds)
      }
    default: nil
    }
  }

  /// A span in its largest unit of which it holds more than one.
  private static func rounded(_ nanoseconds: Int) -> String {
    let size = Int(clamping: nanoseconds.magnitude)
    let units = [
      (31_536_000, "y"), (2_592_000, "mo"), (86_400, "d"), (3_600, "h"), (60, "m"), (1, "s"),
    ]
    for (seconds, name) in units where size > seconds * 1_000_000_000 {
      return "\(size / (seconds * 1_000_000_000))\(name)"
    }
    return "0s"
  }

  /// The seconds between two moments; Go ends at the longest span that it can count.
  private static func span(from start: Int, to end: Int) -> GoDuration {
    let (seconds, isBeyond) = end.subtractingReportingOverflow(start)
    let (nanoseconds, isTooLong) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    guard !isBeyond, !isTooLong else { return GoDuration(nanoseconds: end < start ? .min : .max) }
    return GoDuration(nanoseconds: nanoseconds)
  }

  private static func inZone(_ layout: String, _ seconds: Int, _ zone: String) -> Answer {
    guard ["UTC", "", "Local", "GMT"].contains(zone) else {
      return .failure("times are written in UTC alone here, not in \(zone)")
    }
    return .text(CalendarTime(seconds).formatted(layout))
  }
}

extension GoDuration {
  /// The whole seconds that a moment moves by.
  fileprivate var wholeSeconds: Int {
    let (quotient, rest) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
    return rest < 0 ? quotient - 1 : quotient
  }
}

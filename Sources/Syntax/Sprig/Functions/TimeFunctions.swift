import GoTemplate
import Source

/// Sprig's functions of time. A moment may mostly be its seconds since 1970 as well; zones other than UTC are refused.
enum TimeFunctions {
  static func function(_ name: String, _ machine: TemplateMachine) -> PlainFunction? {
    let now = GoMoment(seconds: machine.now)
    return switch name {
    case "now": .of { _ in .moment(now) }
    case "date": .of(.text, .any) { .text($0.moment(1, or: now).formatted($0.text(0))) }
    case "dateInZone", "date_in_zone":
      .of(.text, .any, .text) { inZone($0.text(0), $0.moment(1, or: now), $0.text(2)) }
    case "htmlDate": .of(.any) { .text($0.moment(0, or: now).formatted("2006-01-02")) }
    case "htmlDateInZone": .of(.any, .text) { inZone("2006-01-02", $0.moment(0, or: now), $0.text(1)) }
    case "unixEpoch": .of(.object("time.Time")) { .text(String($0.moment(0, or: now).seconds)) }
    case "dateModify", "date_modify", "mustDateModify", "must_date_modify":
      .of(.text, .object("time.Time")) { arguments in
        let moment = arguments.moment(1, or: now)
        guard let span = GoDuration(arguments.text(0)) else {
          return name.hasPrefix("must")
            ? .failure("time: invalid duration \(GoQuotedText.quoted(arguments.text(0)))") : .moment(moment)
        }
        return .moment(moment.adding(span))
      }
    case "ago":
      .of(.any) { arguments in
        .text(wholeSeconds(now.span(since: arguments.moment(0, or: now))).text)
      }
    case "duration":
      .of(.any) { arguments in
        switch arguments[0] {
        case .text(let text):
          .text(GoDuration(seconds: GoInteger(text.string, radix: 10)?.value ?? 0).text)
        case .object(let object) where object.isPlainNumber:
          .text(GoDuration(seconds: object.number ?? 0).text)
        default: .text(GoDuration(seconds: 0).text)
        }
      }
    case "durationRound":
      .of(.any) { arguments in
        switch arguments[0] {
        case .text(let text): .text(rounded(GoDuration(text.string)?.nanoseconds ?? 0))
        case .object(let object): .text(rounded(Self.span(of: object, until: now)))
        // An `int` is neither `int64` nor a text to Sprig, and counts for nothing.
        default: .text(rounded(0))
        }
      }
    case "toDate", "mustToDate":
      .of(.text, .text) { arguments in
        guard let time = CalendarTime(arguments.text(1), layout: arguments.text(0)) else {
          return name == "toDate"
            ? .moment(.zero)
            : .failure("parsing time \(GoQuotedText.quoted(arguments.text(1))): it does not fit the layout")
        }
        return .moment(GoMoment(seconds: time.seconds))
      }
    default: nil
    }
  }

  /// A span to the nearest second, half ones away from nothing; Go leaves the longest as they are.
  private static func wholeSeconds(_ span: GoDuration) -> GoDuration {
    let second = 1_000_000_000
    let rest = span.nanoseconds % second
    let lower = span.nanoseconds - rest
    guard rest.magnitude * 2 >= UInt(second) else { return GoDuration(nanoseconds: lower) }
    let (upper, isBeyond) = lower.addingReportingOverflow(rest < 0 ? -second : second)
    return isBeyond ? span : GoDuration(nanoseconds: upper)
  }

  /// The nanoseconds of a span, or since a moment.
  private static func span(of object: any GoObject, until now: GoMoment) -> Int {
    (object as? GoMoment).map { now.span(since: $0).nanoseconds }
      ?? (object.isPlainNumber ? object.number : nil) ?? 0
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

  private static func inZone(_ layout: String, _ moment: GoMoment, _ zone: String) -> Answer {
    guard ["UTC", "", "Local", "GMT"].contains(zone) else {
      return .failure("times are written in UTC alone here, not in \(zone)")
    }
    let inZone = GoMoment(seconds: moment.seconds, nanoseconds: moment.nanoseconds)
    return .text(inZone.formatted(layout))
  }
}

extension Answer {
  fileprivate static func moment(_ moment: GoMoment) -> Answer { .value(.object(moment)) }
}

extension Arguments {
  /// A moment, in UTC: itself or its seconds; for anything else Sprig takes the present.
  fileprivate func moment(_ place: Int, or now: GoMoment) -> GoMoment {
    switch self[place] {
    case .object(let object as GoMoment):
      return GoMoment(seconds: object.seconds, nanoseconds: object.nanoseconds)
    case .object(let object) where object.isPlainNumber: return GoMoment(seconds: object.number ?? 0)
    case .integer(let seconds): return GoMoment(seconds: seconds)
    default: return now
    }
  }
}

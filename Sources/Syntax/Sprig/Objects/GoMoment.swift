package import GoTemplate
import Source

/// Go's `time.Time`.
package struct GoMoment: GoObject, Hashable {
  /// Seconds since 1970, and what of a second has passed beside.
  package let seconds: Int
  package let nanoseconds: Int
  package let zone: GoZone

  package init(seconds: Int, nanoseconds: Int = 0, zone: GoZone = .utc) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
    self.zone = zone
  }

  /// A date and a time of day in a zone; nil where the calendar has no such date.
  package init?(
    year: Int, month: Int, day: Int, secondOfDay: Int = 0, nanoseconds: Int = 0, zone: GoZone = .utc
  ) {
    let days = CalendarTime.days(year: year, month: month, day: day)
    let date = CalendarTime(days * 86400)
    guard date.month == month, date.day == day else { return nil }
    self.init(seconds: days * 86400 + secondOfDay - zone.offset, nanoseconds: nanoseconds, zone: zone)
  }

  /// Go's zero time, the first second of the year 1.
  static let zero = GoMoment(seconds: CalendarTime.zero)

  package var goType: String { "time.Time" }
  package var words: String { "a moment" }
  package var kindName: String { "struct" }
  package var printed: String { formatted("2006-01-02 15:04:05.999999999 -0700 MST") }
  /// RFC 3339, as Go writes it in JSON.
  package var marshalled: String { formatted("2006-01-02T15:04:05.999999999Z07:00") }

  package func isSame(as other: any GoObject) -> Bool { other as? GoMoment == self }

  var calendar: CalendarTime { CalendarTime(seconds &+ zone.offset) }

  /// The moment in one of Go's layouts.
  func formatted(_ layout: String) -> String {
    CalendarLayout(time: calendar, nanoseconds: nanoseconds, zone: zone).text(layout)
  }

  /// The moment some time later.
  func adding(_ span: GoDuration) -> GoMoment {
    let (whole, rest) = span.nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
    let sum = nanoseconds + rest
    let carry = sum < 0 ? -1 : sum / 1_000_000_000
    return GoMoment(
      seconds: seconds &+ whole &+ carry, nanoseconds: sum - carry * 1_000_000_000, zone: zone)
  }

  /// The time since another moment; Go ends at the longest span that it can count.
  func span(since other: GoMoment) -> GoDuration {
    let (seconds, isBeyond) = self.seconds.subtractingReportingOverflow(other.seconds)
    let (product, isTooLong) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, isOver) = product.addingReportingOverflow(nanoseconds - other.nanoseconds)
    guard !isBeyond, !isTooLong, !isOver else {
      return GoDuration(nanoseconds: self.seconds < other.seconds ? .min : .max)
    }
    return GoDuration(nanoseconds: sum)
  }

  func isBefore(_ other: GoMoment) -> Bool { (seconds, nanoseconds) < (other.seconds, other.nanoseconds) }
}

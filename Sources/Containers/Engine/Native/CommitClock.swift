import Host

/// What time an image says it was made: the time now, or the one that `SOURCE_DATE_EPOCH` fixes for builds that are to be reproducible.
struct CommitClock: Sendable, Hashable {
  /// Seconds since 1970.
  let fixed: Int?

  init(environment: [String: String]) { fixed = environment["SOURCE_DATE_EPOCH"].flatMap { Int($0) } }

  var created: String { Self.text(fixed ?? HostEnvironment.now()) }

  /// A time as images write it (RFC 3339, in UTC).
  static func text(_ seconds: Int) -> String {
    let day = Int((Double(seconds) / 86400).rounded(.down))
    let inDay = seconds - day * 86400
    let (year, month, date) = civil(day)
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    let time = [inDay / 3600, inDay / 60 % 60, inDay % 60].map { padded($0, 2) }.joined(separator: ":")
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(date, 2))T\(time)Z"
  }

  /// The Gregorian date of a day counted from 1970: years begin in March here, so that a leap day comes last.
  private static func civil(_ day: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}

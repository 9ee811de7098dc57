/// A moment in the parts of the calendar of its zone.
struct CalendarTime {
  let seconds: Int
  let year: Int
  let month: Int
  let day: Int
  /// The seconds since midnight.
  let secondOfDay: Int

  /// Go's zero time, the first second of the year 1.
  static let zero = -62_135_596_800

  init(_ seconds: Int) {
    self.seconds = seconds
    // Go counts from a year far before 1970, and wraps round: the least seconds lie behind the greatest.
    let counted = UInt64(bitPattern: Int64(seconds)) &+ Self.start
    secondOfDay = Int(counted % 86400)
    let days = Int(counted / 86400) - Int(Self.start / 86400)
    // Days since the first of March of the year 0, in eras of 400 years.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    weekday = ((days + 4) % 7 + 7) % 7
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// The seconds from the first of January of the year -292277022399 to 1970 (Go's `unixToAbsolute`).
  private static let start: UInt64 = 9_223_372_028_715_321_600

  /// Days since Sunday.
  let weekday: Int

  /// Reads a time of a layout that has numbers alone; nil where the text does not fit.
  init?(_ text: String, layout: String) {
    var values: [String: Int] = [:]
    var rest = text[...]
    var form = layout[...]
    while !form.isEmpty {
      if let mark = CalendarLayout.marks.first(where: { form.hasPrefix($0) }), mark.allSatisfy(\.isNumber) {
        let digits = rest.prefix(mark.count == 1 ? 2 : mark.count).prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits) else { return nil }
        values[mark.count == 2 && mark.hasPrefix("0") ? String(mark.dropFirst()) : mark] = number
        rest = rest.dropFirst(digits.count)
        form = form.dropFirst(mark.count)
      } else {
        guard rest.first == form.first else { return nil }
        rest = rest.dropFirst()
        form = form.dropFirst()
      }
    }
    guard rest.isEmpty else { return nil }
    let (month, day) = (values["1"] ?? 1, values["2"] ?? 1)
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    let days = Self.days(year: values["2006"] ?? 0, month: month, day: day)
    guard CalendarTime(days * 86400).day == day else { return nil }
    self.init(
      days * 86400 + (values["15"] ?? values["3"] ?? 0) * 3600 + (values["4"] ?? 0) * 60 + (values["5"] ?? 0))
  }

  /// The day of the year, the first is 1.
  var yearDay: Int {
    (Self.days(year: year, month: month, day: day) - Self.days(year: year, month: 1, day: 1)) + 1
  }

  /// The days from 1970 to a date; months and days beyond their ranges count on.
  static func days(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

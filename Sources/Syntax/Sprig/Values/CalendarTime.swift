/// A moment in UTC, in the parts of the calendar, and Go's layouts of it (`2006-01-02 15:04:05`).
struct CalendarTime {
  let seconds: Int
  let year: Int
  let month: Int
  let day: Int
  private let second: Int

  /// Go's zero time, the first second of the year 1.
  static let zero = -62_135_596_800

  init(_ seconds: Int) {
    self.seconds = seconds
    // Go counts from a year far before 1970, and wraps round: the least seconds lie behind the greatest.
    let counted = UInt64(bitPattern: Int64(seconds)) &+ Self.start
    second = Int(counted % 86400)
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

  private let weekday: Int

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
  private static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]

  /// The marks of a layout, longer ones before those that they begin with.
  private static let marks = [
    "2006", "January", "Jan", "Monday", "Mon", "MST", "-07:00", "-0700", "Z07:00", "Z0700", "01", "02", "03",
    "04", "05", "06", "15", "PM", "pm", "_2", "1", "2", "3", "4", "5",
  ]

  func formatted(_ layout: String) -> String {
    var result = ""
    var rest = layout[...]
    while !rest.isEmpty {
      if let mark = Self.marks.first(where: { rest.hasPrefix($0) }) {
        result += text(of: mark)
        rest = rest.dropFirst(mark.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }

  private func text(of mark: String) -> String {
    let hour = second / 3600
    let shortHour = hour % 12 == 0 ? 12 : hour % 12
    switch mark {
    case "2006": return Self.padded(year, 4)
    case "06": return Self.padded(year % 100, 2)
    case "January": return Self.months[month - 1]
    case "Jan": return String(Self.months[month - 1].prefix(3))
    case "Monday": return Self.weekdays[weekday]
    case "Mon": return String(Self.weekdays[weekday].prefix(3))
    case "MST": return "UTC"
    case "-07:00": return "+00:00"
    case "-0700": return "+0000"
    case "Z07:00", "Z0700": return "Z"
    case "01": return Self.padded(month, 2)
    case "1": return String(month)
    case "02": return Self.padded(day, 2)
    case "_2": return day < 10 ? " \(day)" : String(day)
    case "2": return String(day)
    case "15": return Self.padded(hour, 2)
    case "03": return Self.padded(shortHour, 2)
    case "3": return String(shortHour)
    case "04": return Self.padded(second / 60 % 60, 2)
    case "4": return String(second / 60 % 60)
    case "05": return Self.padded(second % 60, 2)
    case "5": return String(second % 60)
    case "PM": return hour < 12 ? "AM" : "PM"
    default: return hour < 12 ? "am" : "pm"
    }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// Reads a time of a layout that has numbers alone; nil where the text does not fit.
  init?(_ text: String, layout: String) {
    var values: [String: Int] = [:]
    var rest = text[...]
    var form = layout[...]
    while !form.isEmpty {
      if let mark = Self.marks.first(where: { form.hasPrefix($0) }), mark.allSatisfy(\.isNumber) {
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
    self.init(
      days * 86400 + (values["15"] ?? values["3"] ?? 0) * 3600 + (values["4"] ?? 0) * 60 + (values["5"] ?? 0))
  }

  private static func days(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

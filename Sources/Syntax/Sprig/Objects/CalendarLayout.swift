/// Go's layouts of a moment: `2006-01-02 15:04:05`.
struct CalendarLayout {
  let time: CalendarTime
  let nanoseconds: Int
  let zone: GoZone

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
  static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

  /// The marks of a layout, longer ones before those that they begin with.
  static let marks = [
    "2006", "January", "Jan", "Monday", "Mon", "MST", "-07:00:00", "-07:00", "-070000", "-0700", "-07",
    "Z07:00:00", "Z07:00", "Z070000", "Z0700", "Z07", "002", "01", "02", "03", "04", "05", "06", "15", "PM",
    "pm", "__2", "_2", "1", "2", "3", "4", "5",
  ]

  func text(_ layout: String) -> String {
    var result = ""
    var rest = layout[...]
    while !rest.isEmpty {
      if let fraction = Self.fraction(rest) {
        result += text(ofFraction: fraction)
        rest = rest.dropFirst(fraction.count)
      } else if let mark = Self.mark(rest) {
        result += text(of: mark)
        rest = rest.dropFirst(mark.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }

  /// The mark that a layout begins with; `Jan` and `Mon` are none at the start of another word, nor `_2` before a year.
  private static func mark(_ rest: Substring) -> String? {
    guard let mark = marks.first(where: { rest.hasPrefix($0) }) else { return nil }
    let next = rest.dropFirst(mark.count).first
    if mark == "Jan" || mark == "Mon", let next, ("a"..."z").contains(next) { return nil }
    return mark == "_2" && rest.hasPrefix("_2006") ? nil : mark
  }

  /// The places of a second that a layout begins with: a point or a comma, and zeros or nines.
  private static func fraction(_ rest: Substring) -> Substring? {
    guard let point = rest.first, point == "." || point == ",", let digit = rest.dropFirst().first,
      digit == "0" || digit == "9"
    else { return nil }
    let digits = rest.dropFirst().prefix { $0 == digit }
    if let next = rest[digits.endIndex...].first, next.isASCII, next.isNumber { return nil }
    return rest[..<digits.endIndex]
  }

  /// Zeros are always written, nines where there is something to write.
  private func text(ofFraction fraction: Substring) -> String {
    var digits = String(Self.padded(nanoseconds, 9).prefix(fraction.count - 1))
    if fraction.last == "9" {
      while digits.last == "0" { digits.removeLast() }
      if digits.isEmpty { return "" }
    }
    return String(fraction.prefix(1)) + digits
  }

  private func text(of mark: String) -> String {
    let hour = time.secondOfDay / 3600
    let shortHour = hour % 12 == 0 ? 12 : hour % 12
    switch mark {
    case "2006": return Self.padded(time.year, 4)
    case "06": return Self.padded(time.year % 100, 2)
    case "January": return Self.months[time.month - 1]
    case "Jan": return String(Self.months[time.month - 1].prefix(3))
    case "Monday": return Self.weekdays[time.weekday]
    case "Mon": return String(Self.weekdays[time.weekday].prefix(3))
    case "MST": return zone.name.isEmpty ? zone.text("-0700") : zone.name
    case "01": return Self.padded(time.month, 2)
    case "1": return String(time.month)
    case "02": return Self.padded(time.day, 2)
    case "_2": return Self.padded(time.day, 2, with: " ")
    case "2": return String(time.day)
    case "002": return Self.padded(time.yearDay, 3)
    case "__2": return Self.padded(time.yearDay, 3, with: " ")
    case "15": return Self.padded(hour, 2)
    case "03": return Self.padded(shortHour, 2)
    case "3": return String(shortHour)
    case "04": return Self.padded(time.secondOfDay / 60 % 60, 2)
    case "4": return String(time.secondOfDay / 60 % 60)
    case "05": return Self.padded(time.secondOfDay % 60, 2)
    case "5": return String(time.secondOfDay % 60)
    case "PM": return hour < 12 ? "AM" : "PM"
    case "pm": return hour < 12 ? "am" : "pm"
    default: return zone.text(mark)
    }
  }

  static func padded(_ number: Int, _ width: Int, with filler: String = "0") -> String {
    let digits = String(number.magnitude)
    let filled = String(repeating: filler, count: max(0, width - digits.count)) + digits
    return number < 0 ? "-" + filled : filled
  }
}

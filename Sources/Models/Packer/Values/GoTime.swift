/// A moment in UTC as Go's and C's layouts write it.
package struct GoTime: Sendable, Hashable {
  package let year: Int
  package let month: Int
  package let day: Int
  package let hour: Int
  package let minute: Int
  package let second: Int
  /// Sunday is 0.
  package let weekday: Int
  /// The day of the year from 1.
  package let yearday: Int
  package let unix: Int

  /// The moment so many seconds after 1970 began.
  package init(unix: Int) {
    self.unix = unix
    let days = Int((Double(unix) / 86400).rounded(.down))
    let rest = unix - days * 86400
    hour = rest / 3600
    minute = rest / 60 % 60
    second = rest % 60
    weekday = ((days + 4) % 7 + 7) % 7
    // Years are counted from March, so that a leap day ends one: H. Hinnant, "chrono-compatible low-level date algorithms".
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let starts = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
    yearday = starts[month - 1] + day + (isLeap && month > 2 ? 1 : 0)
  }

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]
  static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

  /// A number filled up with zeros.
  static func padded(_ number: Int, _ width: Int, with filling: String = "0") -> String {
    let digits = String(number)
    return String(repeating: filling, count: max(0, width - digits.utf8.count)) + digits
  }

  var shortHour: Int { hour % 12 == 0 ? 12 : hour % 12 }
}

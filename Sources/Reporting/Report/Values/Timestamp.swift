/// A moment in UTC as RFC 3339 writes it, counted in the Gregorian calendar.
struct Timestamp: Sendable, Hashable {
  /// Seconds since 1970.
  let seconds: Int

  init(_ seconds: Int) { self.seconds = seconds }

  /// `2026-11-24T13:47:00Z`.
  var words: String { local + "Z" }

  /// The same without the zone: `2026-11-24T13:47:00`.
  var local: String {
    let (day, second) = seconds.flooredDivision(by: 86_400)
    let (year, month, date) = Self.civil(day)
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(date, 2))T"
      + "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
  }

  /// For people: `2026-11-24 13:47:00 UTC`.
  var readable: String { local.split(separator: "T").joined(separator: " ") + " UTC" }

  /// Reads what `words` writes; nil for anything else.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    let form = Array("0000-00-00T00:00:00Z".utf8)
    guard bytes.count == form.count else { return nil }
    for (byte, sign) in zip(bytes, form) {
      guard sign == UInt8(ascii: "0") ? (0x30...0x39).contains(byte) : byte == sign else { return nil }
    }
    func number(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 * 10 + Int($1) - 0x30 } }
    let (year, month, date) = (number(0..<4), number(5..<7), number(8..<10))
    let (hour, minute, second) = (number(11..<13), number(14..<16), number(17..<19))
    guard (1...12).contains(month), (1...31).contains(date), hour < 24, minute < 60, second < 60 else {
      return nil
    }
    seconds = Self.days(year, month, date) * 86_400 + hour * 3600 + minute * 60 + second
  }

  /// The date of a day counted from 1970; years begin in March here, so that leap days come last.
  private static func civil(_ day: Int) -> (year: Int, month: Int, date: Int) {
    let (era, dayOfEra) = (day + 719_468).flooredDivision(by: 146_097)
    let year = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
    let march = (5 * dayOfYear + 2) / 153
    let month = march < 10 ? march + 3 : march - 9
    return (year + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * march + 2) / 5 + 1)
  }

  private static func days(_ year: Int, _ month: Int, _ date: Int) -> Int {
    let (era, yearOfEra) = (month <= 2 ? year - 1 : year).flooredDivision(by: 400)
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + date - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    String(repeating: "0", count: max(0, width - String(number).utf8.count)) + String(number)
  }
}

extension Int {
  /// Quotient and remainder with a remainder that is never negative.
  fileprivate func flooredDivision(by divisor: Int) -> (Int, Int) {
    let rest = self % divisor
    return rest < 0 ? (self / divisor - 1, rest + divisor) : (self / divisor, rest)
  }
}

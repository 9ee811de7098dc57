/// A day as `YYYY-MM-DD`, as Chef reads it.
enum CalendarDay {
  /// Whether a text surely is no such day: Chef looks at its end alone, so that something before the year is left open.
  static func refuses(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, isForm(bytes.suffix(10)) else { return !text.contains("\n") }
    guard bytes.count == 10 else { return false }
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return !(1...12).contains(parts[1]) || parts[2] < 1 || parts[2] > days(in: parts[1], of: parts[0])
  }

  private static func isForm(_ bytes: ArraySlice<UInt8>) -> Bool {
    zip(bytes, "0000-00-00".utf8).allSatisfy { byte, form in
      form == UInt8(ascii: "-") ? byte == form : (0x30...0x39).contains(byte)
    }
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

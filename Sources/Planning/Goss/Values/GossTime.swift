/// A moment as YAML writes it, in the forms in which Go prints it.
struct GossTime: Sendable, Hashable {
  /// `2026-01-02 03:04:05 +0000 UTC`.
  let printed: String
  /// RFC 3339.
  let json: String

  /// Reads a date, or a date and a time of day with or without a zone (YAML's timestamps); nil where it is none.
  init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    guard let year = Self.number(&rest, 4...4), Self.take("-", &rest), let month = Self.number(&rest, 1...2),
      Self.take("-", &rest), let day = Self.number(&rest, 1...2), (1...12).contains(month),
      (1...31).contains(day)
    else { return nil }
    let date = Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
    if rest.isEmpty {
      printed = date + " 00:00:00 +0000 UTC"
      json = date + "T00:00:00Z"
      return
    }
    guard Self.take("T", &rest) || Self.take("t", &rest) || Self.take(" ", &rest),
      let hour = Self.number(&rest, 1...2), Self.take(":", &rest), let minute = Self.number(&rest, 1...2),
      Self.take(":", &rest), let second = Self.number(&rest, 1...2), hour < 24, minute < 60, second < 60
    else { return nil }
    var time = [hour, minute, second].map { Self.padded($0, 2) }.joined(separator: ":")
    if Self.take(".", &rest) {
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      rest = rest.dropFirst(digits.count)
      let fraction = String(decoding: digits, as: UTF8.self).droppingLast("0")
      if !fraction.isEmpty { time += "." + fraction }
    }
    guard let zone = Self.zone(rest) else { return nil }
    printed = date + " " + time + " " + zone.printed
    json = date + "T" + time + zone.json
  }

  private static func zone(_ text: ArraySlice<UInt8>) -> (printed: String, json: String)? {
    var rest = text
    if rest.isEmpty || rest.elementsEqual([UInt8(ascii: "Z")]) { return ("+0000 UTC", "Z") }
    let sign = rest.first == UInt8(ascii: "-") ? "-" : "+"
    guard take("+", &rest) || take("-", &rest), let hours = number(&rest, 1...2) else { return nil }
    var minutes = 0
    if take(":", &rest) {
      guard let read = number(&rest, 1...2) else { return nil }
      minutes = read
    }
    guard rest.isEmpty else { return nil }
    let (hour, minute) = (padded(hours, 2), padded(minutes, 2))
    return ("\(sign)\(hour)\(minute) \(sign)\(hour)\(minute)", "\(sign)\(hour):\(minute)")
  }

  private static func number(_ rest: inout ArraySlice<UInt8>, _ count: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix(count.upperBound).prefix { (0x30...0x39).contains($0) }
    guard digits.count >= count.lowerBound else { return nil }
    rest = rest.dropFirst(digits.count)
    return Int(String(decoding: digits, as: UTF8.self))
  }

  private static func take(_ mark: String, _ rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.first == mark.utf8.first else { return false }
    rest = rest.dropFirst()
    return true
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension String {
  fileprivate func droppingLast(_ character: Character) -> String {
    var text = self
    while text.last == character { text.removeLast() }
    return text
  }
}

import Sprig

/// A moment as YAML writes it, in the forms in which Go prints it.
struct GossTime: Sendable, Hashable {
  let moment: GoMoment

  /// `2026-01-02 03:04:05 +0000 UTC`.
  var printed: String { moment.printed }
  /// RFC 3339.
  var json: String { moment.marshalled }

  /// Reads what yaml.v3 takes for a timestamp: a date; a date and a time of day behind a blank; or both joined by a `T` with a zone.
  init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    guard let year = Self.number(&rest, 4...4), Self.take("-", &rest), let month = Self.number(&rest, 1...2),
      Self.take("-", &rest), let day = Self.number(&rest, 1...2)
    else { return nil }
    var zone = GoZone.utc
    var secondOfDay = 0
    var nanoseconds = 0
    if !rest.isEmpty {
      let hasZone = Self.take("T", &rest) || Self.take("t", &rest)
      guard hasZone || Self.take(" ", &rest), let hour = Self.number(&rest, 1...2), Self.take(":", &rest),
        let minute = Self.number(&rest, 1...2), Self.take(":", &rest),
        let second = Self.number(&rest, 1...2), hour < 24, minute < 60, second < 60
      else { return nil }
      secondOfDay = hour * 3600 + minute * 60 + second
      if Self.take(".", &rest) || Self.take(",", &rest) {
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        guard !digits.isEmpty else { return nil }
        rest = rest.dropFirst(digits.count)
        let filled = String(decoding: digits.prefix(9), as: UTF8.self)
        nanoseconds = Int(filled + String(repeating: "0", count: 9 - filled.utf8.count)) ?? 0
      }
      if hasZone {
        guard let read = Self.zone(rest) else { return nil }
        zone = read
      } else if !rest.isEmpty {
        return nil
      }
    }
    let moment = GoMoment(
      year: year, month: month, day: day, secondOfDay: secondOfDay, nanoseconds: nanoseconds, zone: zone)
    guard let moment else { return nil }
    self.moment = moment
  }

  /// `Z`, or an offset in hours and minutes; one of nothing is that of UTC, where goss looks.
  private static func zone(_ text: ArraySlice<UInt8>) -> GoZone? {
    var rest = text
    if rest.elementsEqual([UInt8(ascii: "Z")]) { return .utc }
    let sign = rest.first == UInt8(ascii: "-") ? -1 : 1
    guard take("+", &rest) || take("-", &rest), let hours = number(&rest, 2...2), take(":", &rest),
      let minutes = number(&rest, 2...2), rest.isEmpty, hours <= 24, minutes < 60
    else { return nil }
    let offset = sign * (hours * 3600 + minutes * 60)
    return offset == 0 ? .utc : GoZone(offset: offset)
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
}

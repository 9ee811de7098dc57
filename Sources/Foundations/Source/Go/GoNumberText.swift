/// Fractions as Go prints them: the fewest digits that read back as the same number.
package enum GoNumberText {
  /// Go's `%v`: with an exponent below -4 and from 6 digits before the point on (strconv, format `g`).
  package static func general(_ number: Double) -> String {
    guard let form = Decimal(number) else { return special(number) }
    let exponent = form.point - 1
    return exponent < -4 || exponent >= 6 ? form.scientific(leastExponentDigits: 2) : form.plain
  }

  /// As `encoding/json` writes it: with an exponent below 1e-6 and from 1e21 on.
  package static func json(_ number: Double) -> String {
    guard let form = Decimal(number) else { return special(number) }
    let magnitude = abs(number)
    return number != 0 && (magnitude < 1e-6 || magnitude >= 1e21)
      ? form.scientific(leastExponentDigits: magnitude < 1e-6 ? 1 : 2) : form.plain
  }

  /// With a fixed number of places (strconv, format `f`), rounded by its fewest digits, ties to even.
  package static func fixed(_ number: Double, places: Int) -> String {
    guard let form = Decimal(number) else { return special(number) }
    return form.rounded(places: max(0, places)).padded(places: max(0, places))
  }

  /// With an exponent behind a digit and a fixed number of places (strconv, format `e`).
  package static func scientific(_ number: Double, places: Int) -> String {
    guard let form = Decimal(number) else { return special(number) }
    let rounded = form.rounded(places: max(0, places) + 1 - form.point)
    let text = rounded.scientific(leastExponentDigits: 2)
    let mark = text.firstIndex(of: "e") ?? text.endIndex
    let written = text[..<mark].firstIndex(of: ".").map { text.distance(from: $0, to: mark) - 1 } ?? 0
    let head = rounded.digits.isEmpty ? "0" : String(text[..<mark])
    return (form.isNegative && rounded.digits.isEmpty ? "-" : "") + head
      + (places > 0 && written == 0 ? "." : "") + String(repeating: "0", count: max(0, places - written))
      + (rounded.digits.isEmpty ? "e+00" : String(text[mark...]))
  }

  private static func special(_ number: Double) -> String {
    number.isNaN ? "NaN" : number < 0 ? "-Inf" : "+Inf"
  }

  /// Digits with the place of the point among them.
  private struct Decimal {
    var isNegative: Bool
    var digits: [UInt8]
    /// How many digits stand before the point; negative where zeros follow it first.
    var point: Int

    /// nil for what is no number or has no end.
    init?(_ number: Double) {
      guard number.isFinite else { return nil }
      isNegative = number.sign == .minus
      var mantissa: [UInt8] = []
      var exponent = 0
      var fraction: Int?
      let text = Array(abs(number).description.utf8)
      let mark = text.firstIndex { $0 == UInt8(ascii: "e") } ?? text.count
      for byte in text[..<mark] {
        if byte == UInt8(ascii: ".") { fraction = mantissa.count } else { mantissa.append(byte) }
      }
      if mark < text.count { exponent = Int(String(decoding: text[(mark + 1)...], as: UTF8.self)) ?? 0 }
      point = (fraction ?? mantissa.count) + exponent
      let zeros = mantissa.prefix { $0 == 0x30 }.count
      digits = Array(mantissa.dropFirst(zeros))
      point -= zeros
      while digits.last == 0x30 { digits.removeLast() }
      if digits.isEmpty { point = 1 }
    }

    private var sign: String { isNegative ? "-" : "" }

    var plain: String {
      if digits.isEmpty { return sign + "0" }
      let text = String(decoding: digits, as: UTF8.self)
      if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + text }
      if point >= digits.count { return sign + text + String(repeating: "0", count: point - digits.count) }
      return sign + text.prefix(point) + "." + text.dropFirst(point)
    }

    func scientific(leastExponentDigits: Int) -> String {
      let text = String(decoding: digits, as: UTF8.self)
      let exponent = String(abs(point - 1))
      let filled = String(repeating: "0", count: max(0, leastExponentDigits - exponent.count)) + exponent
      return sign + text.prefix(1) + (digits.count > 1 ? "." + text.dropFirst() : "")
        + (point < 1 ? "e-" : "e+") + filled
    }

    func rounded(places: Int) -> Decimal {
      let kept = point + places
      guard kept < digits.count else { return self }
      var result = self
      guard kept >= 0 else {
        result.digits = []
        result.point = 1
        return result
      }
      let rest = digits[kept...]
      let isTie = rest.first == 0x35 && rest.count == 1
      let raises = isTie ? kept > 0 && digits[kept - 1] % 2 == 1 : rest.first.map { $0 >= 0x35 } ?? false
      result.digits = Array(digits[..<kept])
      if raises { result.raise() }
      while result.digits.last == 0x30 { result.digits.removeLast() }
      if result.digits.isEmpty { result.point = 1 }
      return result
    }

    private mutating func raise() {
      var place = digits.count - 1
      while place >= 0, digits[place] == 0x39 {
        digits[place] = 0x30
        place -= 1
      }
      if place >= 0 {
        digits[place] += 1
      } else {
        digits.insert(0x31, at: 0)
        point += 1
      }
    }

    /// With exactly so many digits behind the point.
    func padded(places: Int) -> String {
      let text = plain
      guard places > 0 else { return text }
      let written = text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
      return text + (written == 0 ? "." : "") + String(repeating: "0", count: max(0, places - written))
    }
  }
}

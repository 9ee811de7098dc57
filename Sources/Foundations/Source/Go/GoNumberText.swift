/// Fractions as Go prints them: the fewest digits that read back as the same number.
package enum GoNumberText {
  /// Go's `%v`: with an exponent below -4 and from 6 digits before the point on (strconv, format `g`).
  package static func general(_ number: Double) -> String {
    guard let form = GoDecimal(number) else { return special(number) }
    let exponent = form.point - 1
    return exponent < -4 || exponent >= 6 ? form.scientific(leastExponentDigits: 2) : form.plain
  }

  /// As `encoding/json` writes it: with an exponent below 1e-6 and from 1e21 on.
  package static func json(_ number: Double) -> String {
    guard let form = GoDecimal(number) else { return special(number) }
    let magnitude = abs(number)
    return number != 0 && (magnitude < 1e-6 || magnitude >= 1e21)
      ? form.scientific(leastExponentDigits: magnitude < 1e-6 ? 1 : 2) : form.plain
  }

  /// With at most so many digits (strconv, format `g`).
  package static func general(_ number: Double, digits: Int) -> String {
    guard let whole = GoDecimal(allOf: number) else { return special(number) }
    let wanted = max(1, digits)
    let form = whole.rounded(places: wanted - whole.point)
    let isLong = wanted > form.digits.count && form.digits.count >= form.point
    let exponent = form.point - 1
    return exponent < -4
      || exponent >= (isLong ? form.digits.count : wanted) && !form.digits.isEmpty
      ? form.scientific(leastExponentDigits: 2) : form.plain
  }

  /// With a fixed number of places (strconv, format `f`), rounded by all of its digits, ties to even.
  package static func fixed(_ number: Double, places: Int) -> String {
    guard let form = GoDecimal(allOf: number) else { return special(number) }
    return form.rounded(places: max(0, places)).padded(places: max(0, places))
  }

  /// With an exponent behind a digit and a fixed number of places (strconv, format `e`).
  package static func scientific(_ number: Double, places: Int) -> String {
    guard let form = GoDecimal(allOf: number) else { return special(number) }
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
}

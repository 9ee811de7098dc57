import Source

/// Fractions, as Go's `fmt` and `strconv` write them.
extension GoVerb {
  /// A fraction as the verb writes it; nil where it takes none.
  func written(_ number: Double) -> String? {
    guard let text = digits(of: number.magnitude) else { return nil }
    if number.isNaN { return padded((has("+") ? "+" : has(" ") ? " " : "") + "NaN", zeros: false) }
    let isNegative = number.sign == .minus
    let shows = has("+") || number.isInfinite && !has(" ")
    let sign = isNegative ? "-" : shows ? "+" : has(" ") ? " " : ""
    if number.isInfinite { return padded(sign + "Inf", zeros: false) }
    let body = has("#") && letter != "b" ? pointed(text) : text
    let missing = (width ?? 0) - sign.utf8.count - body.utf8.count
    let zeros = has("0") && !has("-") ? String(repeating: "0", count: max(0, missing)) : ""
    return padded(sign + zeros + body, zeros: false)
  }

  /// A number that is not negative, without flags and width.
  private func digits(of number: Double) -> String? {
    switch letter {
    case "v", "g": general(number)
    case "G": general(number).uppercased()
    case "f", "F": GoNumberText.fixed(number, places: precision ?? 6)
    case "e": GoNumberText.scientific(number, places: precision ?? 6)
    case "E": GoNumberText.scientific(number, places: precision ?? 6).uppercased()
    case "b": binary(number)
    case "x": hexadecimal(number)
    case "X": hexadecimal(number).uppercased()
    default: nil
    }
  }

  private func general(_ number: Double) -> String {
    precision.map { GoNumberText.general(number, digits: $0) } ?? GoNumberText.general(number)
  }

  /// The significand as a whole number and its power of two: `4503599627370496p-52`.
  private func binary(_ number: Double) -> String {
    let exponent = max(Int(number.exponentBitPattern), 1) - 1075
    return "\(Self.significand(number))p\(exponent < 0 ? "" : "+")\(exponent)"
  }

  /// `0x1.8p+01`.
  private func hexadecimal(_ number: Double) -> String {
    // The leading digit stands at the bit 60, four for each digit behind it.
    var bits = Self.significand(number) << 8
    var exponent = bits == 0 ? 0 : max(Int(number.exponentBitPattern), 1) - 1023
    while bits != 0, bits >> 60 == 0 {
      bits <<= 1
      exponent -= 1
    }
    if let precision, precision < 15 {
      let rest = 60 - UInt64(precision * 4)
      let (whole, part) = (bits >> rest, bits & (1 << rest - 1))
      let half: UInt64 = 1 << (rest - 1)
      bits = (whole + (part > half || part == half && whole & 1 == 1 ? 1 : 0)) << rest
      if bits >> 61 == 1 { (bits, exponent) = (bits >> 1, exponent + 1) }
    }
    var places = ""
    var rest = bits << 4
    while precision.map({ places.utf8.count < $0 }) ?? (rest != 0) {
      places += String(rest >> 60, radix: 16)
      rest <<= 4
    }
    let size = String(abs(exponent))
    return "0x\(bits >> 60 & 1)\(places.isEmpty ? "" : ".")\(places)p\(exponent < 0 ? "-" : "+")"
      + (size.utf8.count < 2 ? "0" : "") + size
  }

  private static func significand(_ number: Double) -> UInt64 {
    number.significandBitPattern | (number.exponentBitPattern > 0 ? 1 << 52 : 0)
  }

  /// With a point whatever follows it, and with the zeros at the end that `%g` takes off.
  private func pointed(_ text: String) -> String {
    let isHexadecimal = letter == "x" || letter == "X"
    let mark =
      text.firstIndex { "pP".contains($0) || !isHexadecimal && "eE".contains($0) } ?? text.endIndex
    var head = String(text[..<mark])
    var missing = "vgGx".unicodeScalars.contains(letter) ? precision ?? 6 : 0
    missing -= head.utf8.drop { $0 == 0x30 || $0 == UInt8(ascii: ".") }
      .count { $0 != UInt8(ascii: ".") }
    if !head.utf8.contains(UInt8(ascii: ".")) {
      if head == "0" { missing -= 1 }
      head += "."
    }
    return head + String(repeating: "0", count: max(0, missing)) + text[mark...]
  }
}

/// Numbers as Ruby writes and reads them.
enum NumericText {
  /// What `Float#to_s` gives.
  static func text(of number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    let sign = number.sign == .minus ? "-" : ""
    let (digits, point) = decimals(of: number.magnitude)
    if digits == "0" { return sign + "0.0" }
    // The point lies behind `point` digits.
    if point > 15 || point < -3 {
      let rest = digits.dropFirst()
      let exponent = point - 1
      let shown = String(abs(exponent))
      let padded = shown.utf8.count < 2 ? "0" + shown : shown
      return sign + digits.prefix(1) + "." + (rest.isEmpty ? "0" : rest) + "e" + (exponent < 0 ? "-" : "+")
        + padded
    }
    if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
    if digits.utf8.count <= point {
      return sign + digits + String(repeating: "0", count: point - digits.utf8.count) + ".0"
    }
    return sign + digits.prefix(point) + "." + digits.dropFirst(point)
  }

  /// The shortest digits of a number that is not negative, and behind how many of them the point lies.
  static func decimals(of number: Double) -> (digits: String, point: Int) {
    var mantissa = number.description
    var exponent = 0
    if let mark = mantissa.firstIndex(of: "e") {
      exponent = Int(mantissa[mantissa.index(after: mark)...].filter { $0 != "+" }) ?? 0
      mantissa = String(mantissa[..<mark])
    }
    let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    let whole = String(parts[0])
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    var digits = whole + fraction
    var point = whole.utf8.count + exponent
    while digits.utf8.count > 1, digits.hasPrefix("0") {
      digits.removeFirst()
      point -= 1
    }
    while digits.utf8.count > 1, digits.hasSuffix("0") { digits.removeLast() }
    return (digits, point)
  }

  /// The number of an integer or float.
  static func double(of value: RubyValue) -> Double? {
    switch value {
    case .integer(let number): Double(number)
    case .float(let number): number
    default: nil
    }
  }

  /// What `String#to_i` gives: the integer at the beginning, 0 without one; nil where it does not fit.
  static func leadingInteger(_ bytes: [UInt8], radix: Int) -> Int? {
    var reader = IntegerReader(bytes, radix: radix)
    return reader.read(whole: false)
  }

  /// What `Integer(text)` gives.
  enum Strict { case integer(Int), tooLarge, malformed }

  static func strictInteger(_ bytes: [UInt8], radix: Int) -> Strict {
    var reader = IntegerReader(bytes, radix: radix)
    let value = reader.read(whole: true)
    guard reader.isWellFormed else { return .malformed }
    return value.map { .integer($0) } ?? .tooLarge
  }

  /// What `String#to_f` gives: the number at the beginning, 0.0 without one.
  static func leadingFloat(_ bytes: [UInt8]) -> Double { float(bytes, whole: false) ?? 0 }

  /// What `Float(text)` gives; nil where the text is no number.
  static func strictFloat(_ bytes: [UInt8]) -> Double? { float(bytes, whole: true) }

  private static func float(_ bytes: [UInt8], whole: Bool) -> Double? {
    var index = bytes.firstIndex { !TextBytes.isSpace($0) } ?? bytes.count
    var text = ""
    func digits() -> Int {
      var count = 0
      while index < bytes.count {
        if TextBytes.isDigit(bytes[index]) {
          text.unicodeScalars.append(Unicode.Scalar(bytes[index]))
          count += 1
        } else if bytes[index] != UInt8(ascii: "_") || count == 0 || index + 1 == bytes.count
          || !TextBytes.isDigit(bytes[index + 1])
        {
          break
        }
        index += 1
      }
      return count
    }
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      text.unicodeScalars.append(Unicode.Scalar(bytes[index]))
      index += 1
    }
    let isWhole = digits() > 0
    if index + 1 < bytes.count, bytes[index] == UInt8(ascii: "."), TextBytes.isDigit(bytes[index + 1]) {
      text += "."
      index += 1
      _ = digits()
    } else if !isWhole {
      return nil
    }
    if index + 1 < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      let mark = index
      let kept = text
      index += 1
      text += "e"
      if bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
        text.unicodeScalars.append(Unicode.Scalar(bytes[index]))
        index += 1
      }
      if digits() == 0 {
        index = mark
        text = kept
      }
    }
    if whole, bytes[index...].contains(where: { !TextBytes.isSpace($0) }) { return nil }
    return Double(text)
  }
}

/// Reads an integer as Ruby's `Integer()` and `to_i` do.
private struct IntegerReader {
  let bytes: [UInt8]
  var radix: Int
  var index = 0
  var isWellFormed = true

  init(_ bytes: [UInt8], radix: Int) {
    self.bytes = bytes
    self.radix = radix
  }

  /// The number; nil where it does not fit. In the whole text a prefix gives the base if none is asked for.
  mutating func read(whole: Bool) -> Int? {
    skipSpaces()
    var isNegative = false
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    readPrefix()
    var value = 0
    var fits = true
    var count = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "_"), count > 0, index + 1 < bytes.count, digit(at: index + 1) != nil {
        index += 1
      }
      guard let digit = digit(at: index) else { break }
      let (product, high) = value.multipliedReportingOverflow(by: radix)
      let (sum, over) =
        isNegative ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
      if high || over { fits = false }
      value = sum
      count += 1
      index += 1
    }
    if whole {
      skipSpaces()
      isWellFormed = count > 0 && index == bytes.count
    }
    return fits ? value : nil
  }

  private func digit(at index: Int) -> Int? {
    guard let value = TextBytes.digit(bytes[index]), value < radix else { return nil }
    return value
  }

  private mutating func skipSpaces() {
    while index < bytes.count, TextBytes.isSpace(bytes[index]) { index += 1 }
  }

  /// `0x`, `0b`, `0o` and a bare zero; a radix of 0 takes what the prefix says.
  private mutating func readPrefix() {
    guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "0") else {
      if radix == 0 { radix = 10 }
      return
    }
    let wanted: Int? =
      switch bytes[index + 1] | 0x20 {
      case UInt8(ascii: "x"): 16
      case UInt8(ascii: "b"): 2
      case UInt8(ascii: "o"): 8
      case UInt8(ascii: "d"): 10
      default: nil
      }
    if let wanted, radix == 0 || radix == wanted {
      if index + 2 < bytes.count, let value = TextBytes.digit(bytes[index + 2]), value < wanted { index += 2 }
      radix = wanted
    } else if radix == 0 {
      radix = 8
    }
  }
}

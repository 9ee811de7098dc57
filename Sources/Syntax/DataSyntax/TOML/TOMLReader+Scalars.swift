extension TOMLReader {
  /// A truth value, a number, a date or a time.
  mutating func scalar() throws(Fault) -> JSONText {
    let start = index
    while let byte = peek(),
      Self.isBare(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+")
        || byte == UInt8(ascii: ":")
    {
      index += 1
    }
    // A blank may stand between a date and a time.
    if index - start == 10, peek() == 0x20, let next = peek(1), next.isDigit {
      index += 1
      while let byte = peek(), byte.isDigit || ":.-+Zz".utf8.contains(byte) { index += 1 }
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard let value = Self.value(of: text) else {
      index = start
      throw fault("`\(text.isEmpty ? String(decoding: [bytes[start]], as: UTF8.self) : text)` is no value")
    }
    return value
  }

  private static func value(of text: String) -> JSONText? {
    switch text {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "inf", "+inf", "-inf", "nan", "+nan", "-nan": return .string(text)
    default: break
    }
    if isMoment(text) { return .string(text) }
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where text.hasPrefix(prefix) {
      let digits = Array(text.dropFirst(2).utf8)
      guard isGrouped(digits, { Int(String(decoding: [$0], as: UTF8.self), radix: radix) != nil }) else {
        return nil
      }
      return Int(String(decoding: digits.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self), radix: radix)
        .map { .integer($0) }
    }
    return number(text)
  }

  /// A decimal number: no zero before other digits, digits on both sides of each full stop and underscore.
  private static func number(_ text: String) -> JSONText? {
    var rest = Array(text.utf8)[...]
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      rest = rest.dropFirst()
    }
    let exponentPlace = rest.firstIndex { $0 | 0x20 == UInt8(ascii: "e") }
    let mantissa = rest[..<(exponentPlace ?? rest.endIndex)]
    let parts = mantissa.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ isGrouped(Array($0), \.isDigit) }), let whole = parts.first,
      whole.count == 1 || whole.first != UInt8(ascii: "0")
    else { return nil }
    if let exponentPlace {
      var exponent = rest[(exponentPlace + 1)...]
      if let sign = exponent.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
        exponent = exponent.dropFirst()
      }
      guard isGrouped(Array(exponent), \.isDigit) else { return nil }
    }
    var plain = text.utf8.filter { $0 != UInt8(ascii: "_") }
    if plain.first == UInt8(ascii: "+") { plain.removeFirst() }
    let digits = String(decoding: plain, as: UTF8.self)
    if parts.count == 1, exponentPlace == nil { return Int(digits).map { .integer($0) } }
    return Double(digits) == nil ? nil : .number(digits)
  }

  private static func isGrouped(_ digits: [UInt8], _ isDigit: (UInt8) -> Bool) -> Bool {
    guard let first = digits.first, let last = digits.last, isDigit(first), isDigit(last) else {
      return false
    }
    var wasUnderscore = false
    for digit in digits {
      let isUnderscore = digit == UInt8(ascii: "_")
      if isUnderscore && wasUnderscore || !isUnderscore && !isDigit(digit) { return false }
      wasUnderscore = isUnderscore
    }
    return true
  }

  /// `1979-05-27`, `07:32:00.5`, or both with an offset behind.
  private static func isMoment(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    if isDate(bytes[...]) || isTime(bytes[...]) { return true }
    guard bytes.count > 11, isDate(bytes[..<10]), [0x20, 0x54, 0x74].contains(bytes[10]) else { return false }
    var rest = bytes[11...]
    if let last = rest.last, last | 0x20 == UInt8(ascii: "z") {
      rest = rest.dropLast()
    } else if rest.count > 6, ["+", "-"].contains(Unicode.Scalar(rest[rest.endIndex - 6])) {
      guard matches(rest.suffix(5), "dd:dd") else { return false }
      let offset = rest.suffix(5)
      guard number(offset.prefix(2)) < 24, number(offset.suffix(2)) < 60 else { return false }
      rest = rest.dropLast(6)
    }
    return isTime(rest)
  }

  private static func isDate(_ text: ArraySlice<UInt8>) -> Bool {
    guard matches(text, "dddd-dd-dd") else { return false }
    let month = number(text.dropFirst(5).prefix(2))
    let day = number(text.suffix(2))
    let year = number(text.prefix(4))
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...12).contains(month) && day >= 1 && day <= days[month - 1]
  }

  private static func isTime(_ text: ArraySlice<UInt8>) -> Bool {
    guard matches(text.prefix(8), "dd:dd:dd") else { return false }
    let second = number(text.dropFirst(6).prefix(2))
    guard number(text.prefix(2)) < 24, number(text.dropFirst(3).prefix(2)) < 60, second <= 60 else {
      return false
    }
    let fraction = text.dropFirst(8)
    return fraction.isEmpty
      || fraction.first == UInt8(ascii: ".") && fraction.count > 1
        && fraction.dropFirst().allSatisfy(\.isDigit)
  }

  private static func matches(_ text: ArraySlice<UInt8>, _ shape: String) -> Bool {
    text.count == shape.utf8.count
      && zip(text, shape.utf8).allSatisfy { $1 == UInt8(ascii: "d") ? $0.isDigit : $0 == $1 }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}

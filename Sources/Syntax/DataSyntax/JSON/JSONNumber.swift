import Source

/// The grammar of a JSON number.
enum JSONNumber {
  /// What digits and their like are.
  enum Verdict: Equatable {
    case number
    /// A number in other languages, but not in JSON; in words, with what to write instead.
    case foreign(String, help: String)
    /// Not a number at all, such as `10.0.0.1`.
    case text
  }

  /// Judges a whole run of digits, letters and signs.
  static func verdict(on bytes: ArraySlice<UInt8>) -> Verdict {
    var rest = bytes
    if rest.first == UInt8(ascii: "+") {
      return verdict(on: rest.dropFirst()) == .number
        ? .foreign("a JSON number has no plus sign", help: "remove the `+`") : .text
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    if isHexadecimal(rest) {
      return .foreign("JSON has no hexadecimal numbers", help: "write it in decimal, or in double quotes")
    }
    let whole = digits(&rest)
    let hasPoint = rest.first == UInt8(ascii: ".")
    if hasPoint { rest = rest.dropFirst() }
    let fraction = hasPoint ? digits(&rest) : 0
    guard whole + fraction > 0, exponent(&rest), rest.isEmpty else { return .text }
    if whole > 1, leads(bytes, with: UInt8(ascii: "0")) {
      return .foreign(
        "a JSON number cannot begin with `0`",
        help: "put it in double quotes if it is a file mode, else remove the zero")
    }
    if whole == 0 || hasPoint && fraction == 0 {
      return .foreign("a JSON number needs digits on both sides of its point", help: "add a `0`")
    }
    if Double(String(decoding: bytes, as: UTF8.self))?.isInfinite == true {
      return .foreign("the number is larger than a reader can hold", help: "put it in double quotes")
    }
    return .number
  }

  private static func digits(_ rest: inout ArraySlice<UInt8>) -> Int {
    let run = rest.prefix { $0.isDigit }
    rest = rest.dropFirst(run.count)
    return run.count
  }

  private static func exponent(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") else { return true }
    rest = rest.dropFirst()
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    return digits(&rest) > 0
  }

  private static func isHexadecimal(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count > 2, bytes.starts(with: Array("0x".utf8)) || bytes.starts(with: Array("0X".utf8)) else {
      return false
    }
    return bytes.dropFirst(2).allSatisfy { $0.hexadecimalValue != nil }
  }

  private static func leads(_ bytes: ArraySlice<UInt8>, with digit: UInt8) -> Bool {
    bytes.first { $0 != UInt8(ascii: "-") } == digit
  }
}

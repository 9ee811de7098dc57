/// A fraction as Go's `strconv.ParseFloat` reads it: `_` between digits, and `0x` only with an exponent behind `p`.
struct GoFloatText {
  /// The number, infinite where it is too large; nil where the text is none.
  let value: Double?

  private static let names: [String: Double] = [
    "inf": .infinity, "+inf": .infinity, "-inf": -.infinity, "infinity": .infinity, "+infinity": .infinity,
    "-infinity": -.infinity, "nan": .nan,
  ]

  init(_ text: String) {
    if let named = Self.names[text.lowercased()] {
      value = named
      return
    }
    var rest = Array(text.utf8)[...]
    var plain: [UInt8] = []
    if let sign = rest.first, "+-".utf8.contains(sign) { plain.append(rest.removeFirst()) }
    let isHex =
      rest.count > 2 && rest.first == UInt8(ascii: "0")
      && rest.dropFirst().first.map { $0 | 0x20 } == UInt8(ascii: "x")
    guard Self.separatesDigits(rest, isHex: isHex) else {
      value = nil
      return
    }
    if isHex {
      rest = rest.dropFirst(2)
      plain += Array("0x".utf8)
    }
    let whole = Self.digits(&rest, isHex: isHex)
    var fraction: [UInt8] = []
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = Self.digits(&rest, isHex: isHex)
    }
    let exponent = Self.exponent(&rest, behind: isHex ? UInt8(ascii: "p") : UInt8(ascii: "e"))
    guard !whole.isEmpty || !fraction.isEmpty, rest.isEmpty, !isHex || exponent != nil else {
      value = nil
      return
    }
    let zero = [UInt8(ascii: "0")]
    plain += (whole.isEmpty ? zero : whole) + [UInt8(ascii: ".")] + (fraction.isEmpty ? zero : fraction)
    value = Double(String(decoding: plain + (exponent ?? []), as: UTF8.self))
  }

  private static func isDigit(_ byte: UInt8, isHex: Bool) -> Bool {
    (0x30...0x39).contains(byte) || isHex && (0x61...0x66).contains(byte | 0x20)
  }

  /// Takes digits off, underscores left out.
  private static func digits(_ rest: inout ArraySlice<UInt8>, isHex: Bool) -> [UInt8] {
    let run = rest.prefix { isDigit($0, isHex: isHex) || $0 == UInt8(ascii: "_") }
    rest = rest.dropFirst(run.count)
    return run.filter { $0 != UInt8(ascii: "_") }
  }

  /// Takes an exponent off; nil where there is none. One without a digit is left.
  private static func exponent(_ rest: inout ArraySlice<UInt8>, behind mark: UInt8) -> [UInt8]? {
    guard let first = rest.first, first | 0x20 == mark else { return nil }
    var behind = rest.dropFirst()
    var exponent = [mark]
    if let sign = behind.first, "+-".utf8.contains(sign) { exponent.append(behind.removeFirst()) }
    guard behind.first.map({ isDigit($0, isHex: false) }) == true else { return nil }
    exponent += digits(&behind, isHex: false)
    rest = behind
    return exponent
  }

  /// Whether each `_` stands between two digits, or behind `0x`.
  private static func separatesDigits(_ number: ArraySlice<UInt8>, isHex: Bool) -> Bool {
    let mark = UInt8(ascii: "_")
    var before = UInt8(0)
    for (offset, byte) in number.enumerated() {
      let isBehindPrefix = isHex && offset == 2
      if byte == mark, !isBehindPrefix, !isDigit(before, isHex: isHex) { return false }
      if before == mark, !isDigit(byte, isHex: isHex) { return false }
      before = byte
    }
    return before != mark
  }
}

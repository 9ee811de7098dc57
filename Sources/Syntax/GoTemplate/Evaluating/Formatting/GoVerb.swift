import Source

/// A verb of a format with its flags: `%-8s`, `%05d`, `%.3s`.
struct GoVerb {
  let letter: Unicode.Scalar
  let flags: Set<UInt8>
  let width: Int?
  let precision: Int?
  /// Whether values are shown as Go's source has them: `%#v`.
  let showsSyntax: Bool

  init(
    letter: Unicode.Scalar, flags: Set<UInt8> = [], width: Int? = nil, precision: Int? = nil,
    showsSyntax: Bool = false
  ) {
    self.letter = letter
    self.flags = flags
    self.width = width
    self.precision = precision
    self.showsSyntax = showsSyntax
  }

  /// A verb as it is written: to `%v`, `#` asks for Go's syntax, and `+` for the names of fields.
  init(written letter: Unicode.Scalar, _ flags: Set<UInt8>, width: Int?, precision: Int?) {
    let isGeneral = letter == "v" || letter == "w"
    self.init(
      letter: letter, flags: isGeneral ? flags.subtracting("#+".utf8) : flags, width: width,
      precision: precision, showsSyntax: isGeneral && flags.contains(UInt8(ascii: "#")))
  }

  /// The same flags and width with another letter.
  func with(_ letter: Unicode.Scalar) -> GoVerb {
    GoVerb(
      letter: letter, flags: flags, width: width, precision: precision, showsSyntax: showsSyntax)
  }

  func has(_ flag: Unicode.Scalar) -> Bool { flags.contains(UInt8(ascii: flag)) }

  /// Whether nothing but the letter is written.
  var isPlain: Bool { flags.isEmpty && width == nil && precision == nil && !showsSyntax }

  /// A text as the verb writes it; nil where it takes none.
  func written(_ text: String) -> String? {
    switch letter {
    case "v" where showsSyntax: padded(GoQuotedText.quoted(cut(text)))
    case "v", "s": padded(cut(text))
    case "q" where has("+") && !has("#"): padded(GoQuotedText.plain(cut(text)))
    case "q": padded(has("#") && !text.contains("`") ? "`\(cut(text))`" : GoQuotedText.quoted(cut(text)))
    case "x", "X": padded(hexadecimal(cut(text)))
    default: nil
    }
  }

  /// A whole number as the verb writes it; nil where it takes none.
  func written(_ number: Int) -> String? {
    let scalar = UInt32(exactly: number).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
    switch letter {
    case "v", "d": return whole(number, radix: 10)
    case "b": return whole(number, radix: 2)
    case "o", "O": return whole(number, radix: 8)
    case "x", "X": return whole(number, radix: 16)
    case "c": return padded(String(scalar))
    case "q": return padded(GoQuotedText.character(scalar))
    case "U":
      let digits = String(UInt(bitPattern: number), radix: 16, uppercase: true)
      let zeros = String(repeating: "0", count: max(0, max(precision ?? 4, 4) - digits.utf8.count))
      let shown = has("#") ? " '\(scalar)'" : ""
      return padded("U+" + zeros + digits + shown)
    default: return nil
    }
  }

  /// A truth value as the verb writes it; nil where it takes none.
  func written(_ flag: Bool) -> String? {
    letter == "t" || letter == "v" ? padded(flag ? "true" : "false") : nil
  }

  /// A number without a sign as the verb writes it; nil where it takes none.
  func written(_ number: UInt64) -> String? {
    switch letter {
    case "v" where showsSyntax: padded("0x" + String(number, radix: 16))
    case "v", "d": whole(number, radix: 10)
    case "x", "X": whole(number, radix: 16)
    default: Int(exactly: number).flatMap { written($0) }
    }
  }

  private func whole(_ number: some FixedWidthInteger, radix: Int) -> String {
    if precision == 0, number == 0 { return padded("", zeros: false) }
    var digits = String(number.magnitude, radix: radix, uppercase: letter == "X")
    let sign = number < 0 ? "-" : has("+") ? "+" : has(" ") ? " " : ""
    let fills = precision == nil && has("0") && !has("-")
    let least = fills ? (width ?? 0) - sign.utf8.count : precision ?? 0
    digits = String(repeating: "0", count: max(0, least - digits.utf8.count)) + digits
    let prefix: String =
      switch radix {
      case 2 where has("#"): "0b"
      case 8 where letter == "O": "0o"
      case 8 where has("#") && !digits.hasPrefix("0"): "0"
      case 16 where has("#"): letter == "X" ? "0X" : "0x"
      default: ""
      }
    return padded(sign + prefix + digits, zeros: false)
  }

  private func hexadecimal(_ text: String) -> String {
    let isUpper = letter == "X"
    let pairs = text.utf8.map { byte in
      let pair = GoEscapes.hexadecimal(byte, width: 2)
      return isUpper ? pair : pair.lowercased()
    }
    let mark = has("#") ? (isUpper ? "0X" : "0x") : ""
    return has(" ")
      ? pairs.map { mark + $0 }.joined(separator: " ") : (pairs.isEmpty ? "" : mark) + pairs.joined()
  }

  /// The text without what is beyond the precision.
  private func cut(_ text: String) -> String {
    guard let precision else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(precision)))
  }

  /// The text filled up to the width, with zeros where a flag asks for them.
  func padded(_ text: String, zeros: Bool = true) -> String {
    let missing = (width ?? 0) - text.unicodeScalars.count
    guard missing > 0 else { return text }
    let fills = zeros && has("0") && !has("-")
    let filling = String(repeating: fills ? "0" : " ", count: missing)
    return has("-") ? text + filling : filling + text
  }
}

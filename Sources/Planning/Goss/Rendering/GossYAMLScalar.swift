import GoTemplate
import Source

/// A scalar in the quotes that yaml.v3 gives it.
struct GossYAMLScalar {
  /// The value's own letters.
  let source: String
  /// What stands on the line.
  private(set) var text = ""
  /// The lines of a block that follows, as they are.
  private(set) var lines: String?
  let isOneLine: Bool

  private static let oldFlags: Set<String> = [
    "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "n", "N", "no", "No", "NO", "off", "Off", "OFF",
  ]

  init(_ value: GossValue, inKey: Bool) {
    guard case .text = value else {
      source = Self.plain(value)
      text = source
      isOneLine = true
      return
    }
    source = value.printed
    let scalars = Array(source.unicodeScalars)
    isOneLine = !scalars.contains { GossYAMLForm.breaks.contains($0) }
    let form = GossYAMLForm(scalars)
    if scalars.contains("\n") {
      if form.allowsBlock, !inKey {
        text = "|" + Self.hints(scalars)
        lines = source
      } else {
        text = Self.doubleQuoted(scalars)
      }
    } else if case .text = GossScalar.value(of: source), !Self.oldFlags.contains(source),
      !Self.isSexagesimal(source)
    {
      text =
        form.allowsPlain
        ? source
        : form.allowsSingleQuotes
          ? "'" + source.unicodeScalars.map { $0 == "'" ? "''" : String($0) }.joined() + "'"
          : Self.doubleQuoted(scalars)
    } else {
      text = Self.doubleQuoted(scalars)
    }
  }

  private static func plain(_ value: GossValue) -> String {
    switch value {
    case .null: "null"
    case .map: "{}"
    case .list, .texts: "[]"
    case .time(let time): time.json
    case .float(let number):
      number.isNaN
        ? ".nan" : number.isInfinite ? (number < 0 ? "-.inf" : ".inf") : GoNumberText.general(number)
    case .text, .bool, .integer, .unsigned: value.printed
    }
  }

  /// YAML 1.1 took `1:30` for a number: digits, and behind colons no more than `59`.
  private static func isSexagesimal(_ text: String) -> Bool {
    let parts = text.drop { $0 == "+" || $0 == "-" }.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count > 1, parts[0].first?.isASCIIDigit == true, parts[0].allSatisfy(\.isDigitOrBar),
      let last = parts.last?.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false),
      last.dropFirst().allSatisfy({ $0.allSatisfy(\.isDigitOrBar) })
    else { return false }
    return (parts.dropFirst().dropLast() + [last[0]]).allSatisfy { part in
      part.allSatisfy(\.isASCIIDigit) && (part.count == 1 || part.count == 2 && part.first ?? "9" < "6")
    }
  }

  /// What a block says of blanks at its start and line feeds at its end.
  private static func hints(_ scalars: [Unicode.Scalar]) -> String {
    let start = scalars.first.map { $0 == " " || GossYAMLForm.breaks.contains($0) } == true ? "4" : ""
    let tail = scalars.reversed().prefix { GossYAMLForm.breaks.contains($0) }.count
    return start + (tail == 0 ? "-" : tail == 1 && scalars.count > 1 ? "" : "+")
  }

  private static let escapes: [Unicode.Scalar: String] = [
    "\0": "0", "\u{7}": "a", "\u{8}": "b", "\t": "t", "\n": "n", "\u{B}": "v", "\u{C}": "f", "\r": "r",
    "\u{1B}": "e", "\"": "\"", "\\": "\\", "\u{85}": "N", "\u{2028}": "L", "\u{2029}": "P",
  ]

  private static func doubleQuoted(_ scalars: [Unicode.Scalar]) -> String {
    let parts = scalars.map { scalar -> String in
      if let letter = escapes[scalar] { return "\\" + letter }
      if GossYAMLForm.isPrintable(scalar) { return String(scalar) }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let (mark, width) = scalar.value <= 0xFF ? ("x", 2) : scalar.value <= 0xFFFF ? ("u", 4) : ("U", 8)
      return "\\" + mark + String(repeating: "0", count: width - digits.count) + digits
    }
    return "\"" + parts.joined() + "\""
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
  fileprivate var isDigitOrBar: Bool { isASCIIDigit || self == "_" }
}

/// The forms in which a text may stand in YAML.
struct GossYAMLForm {
  private(set) var allowsPlain = true
  private(set) var allowsSingleQuotes = true
  private(set) var allowsBlock = true

  static let breaks: Set<Unicode.Scalar> = ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"]

  init(_ scalars: [Unicode.Scalar]) {
    let text = String(String.UnicodeScalarView(scalars))
    var hasMark = text.hasPrefix("---") || text.hasPrefix("...")
    var (isBehindBlank, isBehindSpace, isBehindBreak) = (true, false, false)
    for (place, scalar) in scalars.enumerated() {
      let isLast = place + 1 == scalars.count
      let isBeforeBlank = isLast || Self.isBlank(scalars[place + 1])
      switch scalar {
      case ":": hasMark = hasMark || isBeforeBlank
      case "?", "-": hasMark = hasMark || place == 0 && isBeforeBlank
      case "#": hasMark = hasMark || isBehindBlank
      case ",", "[", "]", "{", "}", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`":
        hasMark = hasMark || place == 0
      default: break
      }
      if !Self.isPrintable(scalar) {
        allowsSingleQuotes = false
        if scalar != "\t" { allowsBlock = false }
      }
      if scalar == " " {
        if place == 0 || isLast { allowsPlain = false }
        if isLast { allowsBlock = false }
        if isBehindBreak { allowsSingleQuotes = false }
      } else if Self.breaks.contains(scalar) {
        allowsPlain = false
        if isBehindSpace { (allowsSingleQuotes, allowsBlock) = (false, false) }
      }
      isBehindSpace = scalar == " "
      isBehindBreak = Self.breaks.contains(scalar)
      isBehindBlank = Self.isBlank(scalar)
    }
    if hasMark || !allowsSingleQuotes { allowsPlain = false }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || breaks.contains(scalar)
  }

  /// What yaml.v3 writes as it is.
  static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x20...0x7E, 0xA0...0xFEFE, 0xFF00...0xFFFD: true
    default: false
    }
  }
}

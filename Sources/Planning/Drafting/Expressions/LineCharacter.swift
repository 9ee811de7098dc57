import RegularExpressions

/// One character of a set, by the source that stands for it; a line break is none of them.
struct LineCharacter: Sendable, Hashable {
  let source: String
  /// The same without the carriage return: the same source where it has none, nil where nothing else is left or that cannot
  /// be told.
  let sourceWithoutReturn: String?
  /// Whether the characters without a carriage return cannot be told.
  let isUntold: Bool

  init(source: String, sourceWithoutReturn: String?, isUntold: Bool = false) {
    self.source = source
    self.sourceWithoutReturn = sourceWithoutReturn
    self.isUntold = isUntold
  }

  /// A character that stands for itself, or an escape for one.
  init(literal source: String) throws(Inexpressible) {
    guard !Self.has(0x0A, source) else {
      throw Inexpressible("no line holds the line break that it looks for")
    }
    self.init(source: source, sourceWithoutReturn: Self.has(0x0D, source) ? nil : source)
  }

  /// `\s`, `\W`, `\pL` and the like.
  init(named source: String) throws(Inexpressible) {
    if source == "\\s" {
      self.init(source: "[\\t\\f\\r ]", sourceWithoutReturn: "[\\t\\f ]")
    } else if Self.has(0x0A, source) {
      guard let inLine = Self.excluding(source, "\\n"), let other = Self.excluding(source, "\\r\\n") else {
        throw Inexpressible("`\(source)` takes line breaks")
      }
      self.init(source: inLine, sourceWithoutReturn: other)
    } else {
      self.init(set: source, other: Self.has(0x0D, source) ? Self.excluding(source, "\\r") : source)
    }
  }

  /// `[…]`.
  init(set source: String) throws(Inexpressible) {
    guard !source.hasPrefix("[^") else {
      // The marks stand first, for a `-` may be last; what was first has no meaning of its own any more.
      let body = source.dropFirst(2)
      let rest = body.hasPrefix("]") || body.hasPrefix("-") ? "\\" + body : String(body)
      self.init(source: "[^\\n" + rest, sourceWithoutReturn: "[^\\r\\n" + rest)
      return
    }
    let inLine =
      Self.has(0x0A, source)
      ? Self.naming(blanks: "\\t\\f\\r ", "\\t\\v\\f\\r ", in: source) : source
    guard !Self.has(0x0A, inLine) else { throw Inexpressible("`\(source)` takes line breaks") }
    let other =
      Self.has(0x0D, inLine) ? Self.naming(blanks: "\\t\\f ", "\\t\\v\\f ", in: source) : inLine
    let isTold = !Self.has(0x0D, other) && !Self.has(0x0A, other)
    self.init(set: inLine, other: isTold ? other : nil)
  }

  private init(set source: String, other: String?) {
    self.init(source: source, sourceWithoutReturn: other, isUntold: other == nil)
  }

  var canBeReturn: Bool { source != sourceWithoutReturn }

  /// A set that names each blank which `\s` and `[:space:]` stand for in it.
  private static func naming(blanks: String, _ spaces: String, in source: String) -> String {
    // After a backslash that stands for itself an `s` is a letter.
    source.contains("\\\\")
      ? source : source.replacing("\\s", with: blanks).replacing("[:space:]", with: spaces)
  }

  private static func has(_ byte: UInt8, _ source: String) -> Bool {
    (try? RegularExpression("\\A(?:\(source))\\z"))?.matches([byte]) ?? true
  }

  /// What a negated name stands for, without some more characters.
  private static func excluding(_ source: String, _ marks: String) -> String? {
    let opposite: Substring =
      switch source.prefix(2) {
      case "\\W": "\\w"
      case "\\D": "\\d"
      case "\\P": "\\p" + source.dropFirst(2)
      default: ""
      }
    return opposite.isEmpty ? nil : "[^\(opposite)\(marks)]"
  }
}

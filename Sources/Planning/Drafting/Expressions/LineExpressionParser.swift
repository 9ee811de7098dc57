/// Parses an expression in RE2's syntax that is meant for one line.
///
/// The expression is one that RE2 takes, so that only what has a meaning here needs to be told apart.
struct LineExpressionParser {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  /// Whether the case of letters does not matter, by the flags so far.
  private var foldsCase = false

  init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

  mutating func parse() throws(Inexpressible) -> LineExpression {
    let whole = try choice()
    guard index == scalars.count else { throw Inexpressible("its groups cannot be told") }
    return whole
  }

  private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private func text(from start: Int) -> String {
    String(String.UnicodeScalarView(scalars[start..<min(index, scalars.count)]))
  }

  private func isAt(_ word: String) -> Bool { scalars[index...].starts(with: word.unicodeScalars) }

  private mutating func choice() throws(Inexpressible) -> LineExpression {
    var ways = [try sequence()]
    while next == "|" {
      index += 1
      ways.append(try sequence())
    }
    return .either(ways)
  }

  private mutating func sequence() throws(Inexpressible) -> LineExpression {
    var parts: [LineExpression] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      if isAt("\\Q") {
        parts += try quotation()
        continue
      }
      let part = try atom()
      parts.append(try repeated(part))
    }
    return .joined(parts)
  }

  /// The letters between `\Q` and `\E`; a mark of repetition after them is for the last one.
  private mutating func quotation() throws(Inexpressible) -> [LineExpression] {
    index += 2
    var parts: [LineExpression] = []
    while let scalar = next, !isAt("\\E") {
      index += 1
      parts.append(try literal(scalar))
    }
    if isAt("\\E") { index += 2 }
    if let last = parts.popLast() { parts.append(try repeated(last)) }
    return parts
  }

  private mutating func repeated(_ part: LineExpression) throws(Inexpressible) -> LineExpression {
    var part = part
    while let (least, most) = bounds() {
      if next == "?" { index += 1 }
      part = .repeated(part, least, most)
    }
    return part
  }

  /// The bounds of a mark of repetition; braces that hold no numbers stand for themselves.
  private mutating func bounds() -> (Int, Int?)? {
    switch next {
    case "*": advance((0, nil))
    case "+": advance((1, nil))
    case "?": advance((0, 1))
    case "{": counts()
    default: nil
    }
  }

  private mutating func advance(_ bounds: (Int, Int?)) -> (Int, Int?) {
    index += 1
    return bounds
  }

  private mutating func counts() -> (Int, Int?)? {
    guard let end = scalars[index...].firstIndex(of: "}") else { return nil }
    let body = String(String.UnicodeScalarView(scalars[(index + 1)..<end]))
    let numbers = body.split(separator: ",", omittingEmptySubsequences: false)
    guard numbers.count < 3, body.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2C }),
      let least = Int(numbers[0])
    else { return nil }
    if numbers.count == 2, !numbers[1].isEmpty, Int(numbers[1]) == nil { return nil }
    index = end + 1
    return (least, numbers.count == 1 ? least : Int(numbers[1]))
  }

  private mutating func atom() throws(Inexpressible) -> LineExpression {
    guard let scalar = next else { return .empty }
    let start = index
    index += 1
    switch scalar {
    case "(": return try group()
    case "^": return .lineStart
    case "$": return .lineEnd
    case ".": return .character(LineCharacter(source: ".", sourceWithoutReturn: "[^\\r\\n]"))
    case "[":
      skipSet()
      return .character(folded(try LineCharacter(set: text(from: start))))
    case "\\": return try escape(from: start)
    default: return try literal(scalar)
    }
  }

  private func literal(_ scalar: Unicode.Scalar) throws(Inexpressible) -> LineExpression {
    let isMark = "\\.+*?()|[]{}^$".unicodeScalars.contains(scalar)
    let source = (isMark ? "\\" : "") + String(Character(scalar))
    return .character(folded(try LineCharacter(literal: source)))
  }

  /// A group: its flags hold within it, those without a colon in what is left of the one around.
  private mutating func group() throws(Inexpressible) -> LineExpression {
    let around = foldsCase
    if next == "?" {
      index += 1
      if next == "P" || next == "<" {
        skip(to: ">")
      } else if flags() {
        return .empty
      }
    }
    let inner = try choice()
    guard next == ")" else { throw Inexpressible("its groups cannot be told") }
    index += 1
    foldsCase = around
    return inner
  }

  /// Reads flags; whether they are all that the group holds.
  private mutating func flags() -> Bool {
    var isOn = true
    while let scalar = next {
      index += 1
      switch scalar {
      case "-": isOn = false
      case "i": foldsCase = isOn
      case ")": return true
      case ":": return false
      // The others say where texts begin and end, and what is taken first: no line holds a line break.
      default: break
      }
    }
    return true
  }

  /// Moves behind the end of a set of characters.
  private mutating func skipSet() {
    if next == "^" { index += 1 }
    var isFirst = true
    while let scalar = next, scalar != "]" || isFirst {
      isFirst = false
      if isAt("[:"), let end = scalars[index...].firstIndex(of: "]"), end > index, scalars[end - 1] == ":" {
        index = end + 1
      } else {
        index += scalar == "\\" ? 2 : 1
      }
    }
    index += 1
  }

  private mutating func escape(from start: Int) throws(Inexpressible) -> LineExpression {
    guard let letter = next else { throw Inexpressible("it ends with `\\`") }
    index += 1
    switch letter {
    case "A": return .lineStart
    case "z": return .lineEnd
    case "b", "B": return .boundary(text(from: start))
    case "C": throw Inexpressible("`\\C` takes a byte of a character")
    case "d", "D", "s", "S", "w", "W": break
    case "p", "P":
      if next == "{" { skip(to: "}") } else { index += 1 }
    case "x":
      if next == "{" { skip(to: "}") } else { index += 2 }
      return .character(folded(try LineCharacter(literal: text(from: start))))
    default:
      if ("0"..."7").contains(letter) {
        while let digit = next, ("0"..."7").contains(digit), index - start < 4 { index += 1 }
      }
      return .character(folded(try LineCharacter(literal: text(from: start))))
    }
    return .character(folded(try LineCharacter(named: text(from: start))))
  }

  private mutating func skip(to end: Unicode.Scalar) {
    index = (scalars[index...].firstIndex(of: end) ?? scalars.count - 1) + 1
  }

  private func folded(_ character: LineCharacter) -> LineCharacter {
    guard foldsCase else { return character }
    return LineCharacter(
      source: "(?i:\(character.source))",
      sourceWithoutReturn: character.sourceWithoutReturn.map { "(?i:\($0))" }, isUntold: character.isUntold)
  }
}

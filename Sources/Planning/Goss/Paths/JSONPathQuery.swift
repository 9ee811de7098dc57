import Expectation

/// The condition of `#(…)`: a path, and perhaps a comparison with a value.
struct JSONPathQuery {
  private let path: ArraySlice<UInt8>
  private let mark: String
  /// What it is compared with, as written, but for quotes.
  private let value: [UInt8]

  private static let marks = ["==", "!=", "<=", ">=", "!%", "=", "<", ">", "%"]

  /// The condition that any value meets that is neither list nor map.
  static let any = JSONPathQuery(path: [], mark: "", value: [])

  private init(path: ArraySlice<UInt8>, mark: String, value: [UInt8]) {
    self.path = path
    self.mark = mark == "==" ? "=" : mark
    self.value = value
  }

  /// Reads a condition in its brackets, and the place behind them; nil where no bracket closes it.
  static func read(_ text: ArraySlice<UInt8>) -> (query: JSONPathQuery, end: Int)? {
    guard let end = JSONPathBrackets.endOfQuery(text) else { return nil }
    let inside = text[(text.startIndex + 1)..<(end.close)]
    guard let start = end.comparison else {
      return (JSONPathQuery(path: JSONPathBrackets.trimmed(inside), mark: "", value: []), end.close + 1)
    }
    let comparison = text[start..<end.close]
    let mark = marks.first { comparison.starts(with: $0.utf8) } ?? ""
    let value = JSONPathBrackets.trimmed(comparison.dropFirst(mark.utf8.count))
    return (
      JSONPathQuery(
        path: JSONPathBrackets.trimmed(inside[..<start]), mark: mark, value: unquoted(value)),
      end.close + 1
    )
  }

  func holds(for element: JSONPiece, in outer: JSONPath) -> Bool {
    if !path.isEmpty, !element.isContainer { return false }
    let found = element.isContainer ? JSONPath(path, in: outer).found(in: element.bytes) : element
    if value.first == UInt8(ascii: "~") {
      return truth(of: found).map { compares($0, Array("true".utf8)) } ?? false
    }
    if found.kind == .nothing { return false }
    if mark.isEmpty { return true }
    switch found.kind {
    case .yes: return compares(true, value)
    case .no: return compares(false, value)
    case .text: return compares(found.textBytes ?? [])
    case .number:
      let other = GoFloatText(String(decoding: value, as: UTF8.self)).value ?? 0
      return compares(found.number == other ? 0 : found.number < other ? -1 : 1)
    case .nothing, .null, .list, .map: return false
    }
  }

  /// What a value is to `~true`, `~false`, `~null` and `~*`; nil for another word.
  private func truth(of found: JSONPiece) -> Bool? {
    let isNothing = found.kind == .nothing || found.kind == .null
    switch String(decoding: value.dropFirst(), as: UTF8.self) {
    case "*": return found.kind != .nothing
    case "null": return isNothing
    case "true": return found.truth == true
    case "false": return isNothing || found.truth == false
    default: return nil
    }
  }

  private func compares(_ actual: Bool, _ wanted: [UInt8]) -> Bool {
    let isTrue = wanted.elementsEqual("true".utf8)
    let isFalse = wanted.elementsEqual("false".utf8)
    switch mark {
    case "": return true
    case "=": return actual ? isTrue : isFalse
    case "!=": return !(actual ? isTrue : isFalse)
    case ">=" where actual, "<=" where !actual: return true
    case ">" where actual: return isFalse
    case "<" where !actual: return isTrue
    default: return false
    }
  }

  private func compares(_ actual: [UInt8]) -> Bool {
    switch mark {
    case "%": JSONPathWord.pattern(value).matches(actual)
    case "!%": !JSONPathWord.pattern(value).matches(actual)
    default: compares(actual == value ? 0 : actual.lexicographicallyPrecedes(value) ? -1 : 1)
    }
  }

  private func compares(_ order: Int) -> Bool {
    switch mark {
    case "=": order == 0
    case "!=": order != 0
    case "<": order < 0
    case "<=": order <= 0
    case ">": order > 0
    case ">=": order >= 0
    default: false
    }
  }

  /// A text in quotes without them, its escapes taken for what they stand for.
  private static func unquoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    guard text.count >= 2, text.first == quote, text.last == quote else { return Array(text) }
    return JSONPiece(text).textBytes ?? Array(text.dropFirst().dropLast())
  }
}

extension JSONPiece {
  /// The truth of a value, as Go's `strconv.ParseBool` reads texts; nil where it has none.
  var truth: Bool? {
    switch kind {
    case .yes: true
    case .no: false
    case .number: number != 0
    case .text:
      ["1": true, "t": true, "true": true, "0": false, "f": false, "false": false][
        String(decoding: textBytes ?? [], as: UTF8.self).lowercased()]
    case .nothing, .null, .list, .map: nil
    }
  }
}

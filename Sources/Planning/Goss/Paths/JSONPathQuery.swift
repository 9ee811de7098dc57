import Expectation

/// The condition of `#(…)`: a path, and perhaps a comparison with a value.
struct JSONPathQuery {
  private let path: JSONPath?
  private let mark: String
  private let value: GossValue

  private static let marks = ["==", "!=", "<=", ">=", "!%", "=", "<", ">", "%"]

  init(_ text: ArraySlice<UInt8>) {
    let written = String(decoding: text, as: UTF8.self)
    var place = written.startIndex
    var depth = 0
    var found: (mark: String, at: String.Index)?
    while place < written.endIndex, found == nil {
      let character = written[place]
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if depth == 0, let mark = Self.marks.first(where: { written[place...].hasPrefix($0) }) {
        found = (mark, place)
      }
      place = written.index(after: place)
    }
    guard let found else {
      path = JSONPath(Self.trimmed(written[...]))
      mark = ""
      value = .null
      return
    }
    let left = Self.trimmed(written[..<found.at])
    path = left.isEmpty ? nil : JSONPath(left)
    mark = found.mark == "=" ? "==" : found.mark
    value = Self.value(of: Self.trimmed(written[written.index(found.at, offsetBy: found.mark.count)...]))
  }

  func holds(for element: GossValue) -> Bool {
    guard let actual = path.map({ $0.value(in: element) }) ?? element else { return false }
    switch (mark, actual, value) {
    case ("", _, _): return true
    case ("%", .text(let bytes), _): return NamePattern(Array(value.printed.utf8)).matches(bytes)
    case ("!%", .text(let bytes), _): return !NamePattern(Array(value.printed.utf8)).matches(bytes)
    case (_, .text(let a), .text(let b)):
      return compares(a == b ? 0 : a.lexicographicallyPrecedes(b) ? -1 : 1)
    case (_, .float(let a), .float(let b)): return compares(a == b ? 0 : a < b ? -1 : 1)
    case ("==", _, _): return actual == value
    case ("!=", _, _): return actual != value
    default: return false
    }
  }

  private func compares(_ order: Int) -> Bool {
    switch mark {
    case "==": order == 0
    case "!=": order != 0
    case "<": order < 0
    case "<=": order <= 0
    case ">": order > 0
    default: order >= 0
    }
  }

  private static func value(of text: String) -> GossValue {
    switch text {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default: break
    }
    if text.hasPrefix("\"") { return .text(String(text.dropFirst().prefix { $0 != "\"" })) }
    return Double(text).map { .float($0) } ?? .text(text)
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

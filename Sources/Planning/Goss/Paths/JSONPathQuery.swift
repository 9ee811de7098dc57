import Expectation

/// The condition of `#(…)`: a path, and perhaps a comparison with a value.
struct JSONPathQuery {
  private let path: JSONPath?
  private let mark: String
  /// What it is compared with, as written, but for quotes.
  private let value: String

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
      value = ""
      return
    }
    let left = Self.trimmed(written[..<found.at])
    path = left.isEmpty ? nil : JSONPath(left)
    mark = found.mark == "=" ? "==" : found.mark
    value = Self.value(of: Self.trimmed(written[written.index(found.at, offsetBy: found.mark.count)...]))
  }

  func holds(for element: GossValue) -> Bool {
    if path != nil, !Self.isContainer(element) { return false }
    let found = path.map { $0.value(in: element) } ?? element
    let truth = found.flatMap { Self.truth(of: $0) }
    let isNothing = found == nil || found == .some(.null)
    switch value {
    case "~*": return compares(.bool(found != nil), "true")
    case "~null": return compares(.bool(isNothing), "true")
    case "~true": return compares(.bool(truth == true), "true")
    case "~false": return compares(.bool(isNothing || truth == false), "true")
    case let other where other.hasPrefix("~"): return false
    default: return found.map { compares($0, value) } ?? false
    }
  }

  private static func isContainer(_ value: GossValue) -> Bool {
    switch value {
    case .map, .list: true
    default: false
    }
  }

  private static func truth(of value: GossValue) -> Bool? {
    switch value {
    case .bool(let flag): flag
    case .float(let number): number != 0
    case .text:
      ["1": true, "t": true, "true": true, "0": false, "f": false, "false": false][
        (value.string ?? "").lowercased()]
    default: nil
    }
  }

  private func compares(_ actual: GossValue, _ wanted: String) -> Bool {
    if mark.isEmpty { return true }
    switch actual {
    case .text(let bytes):
      let pattern = Array(wanted.utf8)
      if mark == "%" { return NamePattern(pattern).matches(bytes) }
      if mark == "!%" { return !NamePattern(pattern).matches(bytes) }
      return compares(bytes == pattern ? 0 : bytes.lexicographicallyPrecedes(pattern) ? -1 : 1)
    case .float(let number):
      let other = GoFloatText(wanted).value ?? 0
      return compares(number == other ? 0 : number < other ? -1 : 1)
    case .bool(let flag):
      switch mark {
      case "==": return wanted == String(flag)
      case "!=": return wanted != String(flag)
      case ">=" where flag, "<=" where !flag: return true
      case ">" where flag, "<" where !flag: return wanted == String(!flag)
      default: return false
      }
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
    case ">=": order >= 0
    default: false
    }
  }

  /// A text in quotes without them, its escapes taken for what they stand for.
  private static func value(of text: String) -> String {
    guard text.utf8.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
    return GossValue(jsonText: Array(text.utf8))?.string ?? String(text.dropFirst().dropLast())
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

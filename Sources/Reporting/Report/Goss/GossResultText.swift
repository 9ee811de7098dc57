import DataSyntax
import Expectation

/// Results in words, as goss prints them.
struct GossResultText {
  private let options: GossFormOptions

  init(_ options: GossFormOptions) { self.options = options }

  /// One result: a line where it is as expected or skipped, else what was expected and what was found.
  func line(_ result: GossResult, isCompact: Bool) -> String {
    let head = "\(result.type): \(result.id): \(result.property):"
    switch result.status {
    case .passed:
      let expected = result.match.map { Self.compact($0.expected) } ?? ""
      return painted("\(head) matches expectation: \(expected)", .passed)
    case .skipped: return painted("\(head) skipped", .skipped)
    case .failed:
      let separator = isCompact ? " " : "\n"
      let parts = parts(of: result, isCompact)
      return painted("\(head)\(separator)\(parts.joined(separator: separator))", .failed)
    }
  }

  /// Title and notes of a resource, where it has some.
  func head(of result: GossResult) -> String {
    var head = result.title.isEmpty ? "" : "Title: \(result.title)\n"
    if case .object = result.meta { head += "Meta:\n" + result.notes.map { "    \($0)\n" }.joined() }
    return head
  }

  func painted(_ text: String, _ status: GossResult.Status) -> String {
    guard options.isColored else { return text }
    let color =
      switch status {
      case .passed: "32"
      case .failed: "31"
      case .skipped: "33"
      }
    return "\u{1B}[\(color)m\(text)\u{1B}[0m"
  }

  private func parts(of result: GossResult, _ isCompact: Bool) -> [String] {
    var parts: [String] = []
    func add(_ title: String, _ value: JSONText, escapesMarkup: Bool = false) {
      parts += [title, shown(value, isCompact, escapesMarkup: escapesMarkup)]
    }
    if let error = result.error {
      parts += ["Error", isCompact ? Self.squeezed(error) : Self.indented(error)]
    } else if let match = result.match {
      add("Expected", match.actual)
      add(match.message, match.expected, escapesMarkup: match.isOfMatchers)
      if !isCompact, !match.isOfMatchers, case .string(let wanted) = match.expected,
        case .string(let got) = match.actual,
        !wanted.utf8.elementsEqual(got.utf8)
      {
        parts += ["diff", Self.indented(GossDiff(wanted, got).text)]
      }
    }
    guard let match = result.match else { return parts }
    if let missing = match.missing {
      add("the missing elements were", .array(missing), escapesMarkup: match.isOfMatchers)
    }
    if let extra = match.extra { add("the extra elements were", .array(extra)) }
    if !match.conversions.isEmpty {
      // goss's paths are escaped as for a page.
      parts += ["the transform chain was", shown(.array(match.conversions), isCompact, escapesMarkup: true)]
      if options.showsRaw { add("the raw value was", match.raw ?? .null) }
    }
    return parts
  }

  private func shown(_ value: JSONText, _ isCompact: Bool, escapesMarkup: Bool = false) -> String {
    let text = Self.compact(value, escapesMarkup: escapesMarkup)
    return isCompact ? text : Self.indented(text)
  }

  private static func compact(_ value: JSONText, escapesMarkup: Bool = false) -> String {
    if let number = value.unwritable { return "json: unsupported value: \(number)" }
    return String(decoding: value.goCompact(escapesMarkup: escapesMarkup), as: UTF8.self)
  }

  /// Each run of what `\s` is in Go's patterns as one blank.
  private static func squeezed(_ text: String) -> String {
    let blanks: Set<UInt8> = [0x09, 0x0A, 0x0C, 0x0D, 0x20]
    var result: [UInt8] = []
    var isBlank = false
    for byte in text.utf8 {
      let wasBlank = isBlank
      isBlank = blanks.contains(byte)
      if !isBlank { result.append(byte) } else if !wasBlank { result.append(0x20) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func indented(_ text: String) -> String {
    var text = text[...]
    while text.utf8.last == 0x0A { text.unicodeScalars.removeLast() }
    // By bytes: a carriage return and its line feed are one character to Swift.
    return text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { "    " + String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
  }
}

extension JSONText {
  /// A number in it that JSON cannot hold.
  var unwritable: String? {
    switch self {
    case .number(let text): ["NaN", "+Inf", "-Inf"].contains(text) ? text : nil
    case .array(let items): items.lazy.compactMap(\.unwritable).first
    case .object(let members): members.lazy.compactMap(\.value.unwritable).first
    case .null, .bool, .integer, .string: nil
    }
  }
}

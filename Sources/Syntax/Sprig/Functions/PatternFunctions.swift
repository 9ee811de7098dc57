import GoTemplate
import RegularExpressions

/// Sprig's and goss's functions of regular expressions.
enum PatternFunctions {
  static func function(_ name: String) -> PlainFunction? {
    switch name {
    case "regexMatch", "mustRegexMatch":
      of(name) { pattern, text, _ in .bool(pattern.matches(Array(text.utf8))) }
    case "regexFind", "mustRegexFind":
      of(name) { pattern, text, _ in
        let bytes = Array(text.utf8)
        return .text(pattern.firstMatch(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) } ?? "")
      }
    case "regexFindAll", "mustRegexFindAll":
      of(name, .integer) { pattern, text, arguments in
        let bytes = Array(text.utf8)
        let found = PatternMatches.ranges(of: pattern, in: bytes, limit: arguments.number(2))
        return .value(.texts(found.map { String(decoding: bytes[$0], as: UTF8.self) }))
      }
    case "regexSplit", "mustRegexSplit":
      of(name, .integer) { pattern, text, arguments in
        .value(.texts(PatternMatches.split(text, at: pattern, limit: arguments.number(2))))
      }
    case "regexReplaceAll", "mustRegexReplaceAll":
      of(name, .text) { pattern, text, arguments in
        PatternMatches.replaced(text, pattern, by: arguments.text(2), expands: true)
      }
    case "regexReplaceAllLiteral", "mustRegexReplaceAllLiteral":
      of(name, .text) { pattern, text, arguments in
        PatternMatches.replaced(text, pattern, by: arguments.text(2), expands: false)
      }
    case "regexQuoteMeta": .of(.text) { .text(PatternMatches.quoted($0.text(0))) }
    case "findStringSubmatch": of(name) { pattern, text, _ in .value(submatches(of: pattern, in: text)) }
    default: nil
    }
  }

  /// A function of a pattern, a text, and perhaps one thing more.
  private static func of(
    _ name: String, _ more: PlainFunction.Parameter...,
    body: @escaping (RegularExpression, String, Arguments) -> Answer
  ) -> PlainFunction {
    let apply: (Arguments) -> Answer = { arguments in
      do throws(RegularExpressionError) {
        return body(try RegularExpression(arguments.text(0)), arguments.text(1), arguments)
      } catch {
        let isReturned = name.hasPrefix("must") || name == "regexMatch"
        let head = isReturned ? "" : "regexp: Compile(\(written(arguments.text(0)))): "
        return .failure(head + error.goMessage)
      }
    }
    guard let third = more.first else { return .of(.text, .text, body: apply) }
    return .of(.text, .text, third, body: apply)
  }

  /// A pattern as Go's `regexp` quotes it: in back quotes where they can hold it.
  private static func written(_ pattern: String) -> String {
    let isPlain = pattern.unicodeScalars.allSatisfy {
      $0 == "\t" || $0.value >= 0x20 && $0.value != 0x7F && $0 != "`" && $0 != "\u{FEFF}"
    }
    return isPlain ? "`\(pattern)`" : GoQuotedText.quoted(pattern)
  }

  /// The groups by their names, or all by their numbers where none has a name.
  private static func submatches(of pattern: RegularExpression, in text: String) -> PlainValue {
    let bytes = Array(text.utf8)
    guard let groups = pattern.captures(in: bytes, from: 0) else { return .map([:]) }
    let names = PatternMatches.groupNames(in: pattern.pattern)
    let isNamed = names.contains { !$0.isEmpty }
    var entries: [GoKey: PlainValue] = [:]
    for (place, range) in groups.enumerated() {
      let name = place > 0 && place <= names.count ? names[place - 1] : ""
      if isNamed, name.isEmpty { continue }
      entries[isNamed ? name : String(place)] = .text(
        range.map { String(decoding: bytes[$0], as: UTF8.self) } ?? "")
    }
    return .map(entries)
  }
}

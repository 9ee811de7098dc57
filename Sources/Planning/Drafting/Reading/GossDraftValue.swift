import DataSyntax
import Expectation

/// Turns an expected value of goss into one of ours that means the same.
struct GossDraftValue {
  let section: String
  let property: String

  private static let numbers: Set<String> = ["uid", "gid", "size", "exit-status"]
  private static let flags: Set<String> = ["exists", "installed"]
  private static let lists: Set<String> = ["groups", "versions"]

  /// The property here, and its value.
  func value(_ value: JSONText) throws(Inexpressible) -> (property: String, value: JSONText) {
    guard SpecWords.isProperty(property, in: section) else {
      throw Inexpressible("specs of Ovenproof have no such property")
    }
    if value == .array([]) { throw Inexpressible("an empty list asserts nothing") }
    // A text is compared with all versions, one a line.
    if property == "versions", case .string(let text) = value {
      return ("version", DraftMatcher.literal(text))
    }
    return (property, try translated(value, isTop: true))
  }

  private var isReader: Bool { ["contents", "stdout", "stderr"].contains(property) }

  private func translated(_ value: JSONText, isTop: Bool = false) throws(Inexpressible) -> JSONText {
    switch value {
    case .null: throw Inexpressible("a value is missing")
    case .bool:
      guard Self.flags.contains(property) else {
        throw Inexpressible("goss compares it with a truth value, which it never is")
      }
      return value
    case .integer(let number):
      if property == "exit-status", number < 0 {
        throw Inexpressible(
          "to Ovenproof a killed command ends with 128 and the number of the signal: assert that")
      }
      return try numeric(value)
    case .number: return try numeric(value)
    case .string(let text): return try textual(text)
    case .array(let items):
      if isReader, isTop { return try patterns(items) }
      guard !isReader else {
        throw Inexpressible(
          "goss compares a list below a matcher with a list, Ovenproof looks for it line by line")
      }
      guard Self.lists.contains(property) || !isTop else {
        throw Inexpressible("goss compares it with a list, which it never is")
      }
      return .array(try all(items))
    case .object(let members):
      guard members.count == 1, let member = members.first else { throw Inexpressible("it is no matcher") }
      return .object([.init(member.key, try argument(of: member))])
    }
  }

  private func all(_ items: [JSONText]) throws(Inexpressible) -> [JSONText] {
    var translated: [JSONText] = []
    for item in items { translated.append(try self.translated(item)) }
    return translated
  }

  private func argument(of member: JSONText.Member) throws(Inexpressible) -> JSONText {
    switch member.key {
    case "gjson", "semver-constraint":
      throw Inexpressible("`\(member.key)` of goss has no counterpart in specs of Ovenproof")
    case "gt", "ge", "lt", "le":
      guard property != "versions" else {
        throw Inexpressible("`\(member.key)` compares versions as numbers")
      }
      return try number(member, isLength: false)
    case "have-len": return try number(member, isLength: true)
    case "have-prefix", "have-suffix", "contain-substring":
      guard case .string = member.value else {
        throw Inexpressible("`\(member.key)` is compared with something other than a text")
      }
      return member.value
    case "match-regexp":
      guard case .string(let pattern) = member.value, DraftMatcher.isExpression(pattern) else {
        throw Inexpressible("it is no regular expression")
      }
      return member.value
    case "have-patterns":
      guard case .array(let items) = member.value else { throw Inexpressible("it is no matcher") }
      return try patterns(items)
    case "and", "or", "contain-elements", "consist-of":
      guard case .array(let items) = member.value, !items.isEmpty else {
        throw Inexpressible("`\(member.key)` without a matcher")
      }
      return .array(try all(items))
    case "equal":
      if case .array = member.value { return member.value }
      return try translated(member.value)
    case "not", "contain-element", "have-key": return try translated(member.value)
    default: throw Inexpressible("specs of Ovenproof have no matcher `\(member.key)`")
    }
  }

  /// The number that a matcher compares with.
  private func number(_ member: JSONText.Member, isLength: Bool) throws(Inexpressible) -> JSONText {
    switch member.value {
    case .integer(let number) where !isLength || number >= 0: return member.value
    case .number(let text) where !isLength && Double(text)?.isFinite == true: return member.value
    default:
      throw Inexpressible(
        "`\(member.key)` is compared with something other than a \(isLength ? "length" : "number")")
    }
  }

  private func numeric(_ value: JSONText) throws(Inexpressible) -> JSONText {
    guard Self.numbers.contains(property) else {
      throw Inexpressible("goss compares it as a number: put it in quotes if a text is meant")
    }
    return value
  }

  private func textual(_ text: String) throws(Inexpressible) -> JSONText {
    switch property {
    case "mode":
      guard FileMode(text)?.octal == text else {
        let meant = FileMode(text).map { ": write \"\($0.octal)\"" } ?? ""
        throw Inexpressible("goss has modes with four octal digits and never finds `\(text)`\(meant)")
      }
      return .string(text)
    case "type":
      guard FileType.words.contains(text) else {
        throw Inexpressible("an image has no files of the type `\(text)`")
      }
      return .string(text)
    case "sha256":
      let isHex =
        text.utf8.count == 64
        && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
      guard isHex else { throw Inexpressible("`\(text)` is no SHA-256") }
      return .string(text)
    case "exists", "installed": throw Inexpressible("goss compares it with a text, which it never is")
    case "versions": return DraftMatcher.literal(text)
    case let name where Self.numbers.contains(name):
      guard Int(text) != nil else { throw Inexpressible("`\(text)` is no number") }
      return .string(text)
    default: return .string(text)
    }
  }

  private func patterns(_ items: [JSONText]) throws(Inexpressible) -> JSONText {
    guard !items.isEmpty else { throw Inexpressible("an empty list asserts nothing") }
    for item in items {
      guard case .string(let text) = item, !text.utf8.contains(0x0A), text != "/", text != "!/" else {
        throw Inexpressible("not all of its patterns are texts for a line")
      }
      guard !["", "\\", "//"].contains(text) else {
        throw Inexpressible("an empty pattern asserts nothing: every text has the empty text")
      }
      if let expression = DraftMatcher.expression(text), !DraftMatcher.isExpression(expression.pattern) {
        throw Inexpressible("`\(text)` is no regular expression")
      }
    }
    return .array(items)
  }
}

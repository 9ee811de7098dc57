import DataSyntax

/// One assertion on the image as a member of a metadata test.
struct StructureTestMetadata {
  let member: JSONText.Member

  init(_ assertion: SpecDraft.Assertion) throws(Inexpressible) {
    if assertion.bound == nil, let reason = UnsetSetting.reason(assertion.property, assertion.value) {
      throw Inexpressible(reason)
    }
    switch (assertion.property, assertion.value) {
    case ("user", .string(let text)) where DraftMatcher.expression(text) != nil:
      throw Inexpressible("container-structure-test compares a user as a whole")
    case ("user", .string), ("workdir", .string): member = .init(assertion.property, assertion.value)
    case ("entrypoint", .array(let words)), ("cmd", .array(let words)):
      member = .init(assertion.property, .array(words))
    case ("env", .object(let members)): member = .init("envVars", try Self.pairs(members))
    case ("labels", .object(let members)): member = .init("labels", try Self.pairs(members))
    case ("volumes", .array(let items)): member = .init("volumes", .array(try items.map(Self.text)))
    case ("exposed-ports", .array(let items)):
      member = .init("exposedPorts", .array(try items.map(Self.port)))
    default: throw Inexpressible("container-structure-test has no such assertion on an image")
    }
  }

  private static func pairs(_ members: [JSONText.Member]) throws(Inexpressible) -> JSONText {
    var pairs: [JSONText] = []
    for member in members {
      guard !DraftMatcher.names.contains(member.key) else {
        throw Inexpressible("container-structure-test has no matchers for all names at once")
      }
      var pair: [JSONText.Member] = [.init("key", .string(member.key))]
      switch member.value {
      case .string(let text):
        guard let expression = DraftMatcher.expression(text) else {
          pair.append(.init("value", .string(text)))
          break
        }
        guard !expression.isInverse else { throw Inexpressible("`\(text)` forbids an expression") }
        pair += [.init("value", .string(expression.pattern)), .init("isRegex", .bool(true))]
      case .object(let matcher) where matcher.first?.key == "match-regexp":
        pair += [.init("value", matcher[0].value), .init("isRegex", .bool(true))]
      case .object(let matcher) where matcher.first?.key == "equal":
        pair.append(.init("value", matcher[0].value))
      default: throw Inexpressible("`\(member.key)` is compared by a matcher")
      }
      pairs.append(.object(pair))
    }
    return .array(pairs)
  }

  private static func text(_ item: JSONText) throws(Inexpressible) -> JSONText {
    guard case .string = item else { throw Inexpressible("an element is a matcher") }
    return item
  }

  /// A port without its protocol, which the original does not know.
  private static func port(_ item: JSONText) throws(Inexpressible) -> JSONText {
    switch item {
    case .string(let text):
      guard !text.contains("/") || text.hasSuffix("/tcp") else {
        throw Inexpressible("container-structure-test does not tell `\(text)` from the port of TCP")
      }
      return .string(String(text.prefix { $0 != "/" }))
    case .object(let members) where members.first?.key == "have-prefix":
      guard case .string(let text)? = members.first?.value, text.hasSuffix("/") else { break }
      return .string(String(text.dropLast()))
    default: break
    }
    throw Inexpressible("an element is a matcher")
  }
}

import RegularExpressions

/// A pattern of Ruby, compiled for RE2, which takes what needs no looking around and no looking back.
///
/// A class because the pattern that it belongs to keeps it.
final class CompiledPattern {
  /// Why a pattern cannot be used.
  enum Refusal: Error, Equatable {
    /// Ruby itself refuses it.
    case invalid(String)
    /// Ruby takes it and RE2 does not.
    case beyond(String)
  }

  /// The names of groups in their order, each with the numbers of its groups.
  let names: [(name: String, groups: [Int])]
  let groupCount: Int
  private let expression: RegularExpression
  private let traits: PatternTranslator.Traits

  init(_ source: [UInt8], _ options: RubyPattern.Options) throws(Refusal) {
    var translator = PatternTranslator(source, options)
    let translated = try translator.translated()
    do {
      expression = try RegularExpression(String(decoding: translated, as: UTF8.self))
    } catch {
      throw .beyond(error.reason)
    }
    traits = translator.traits
    groupCount = translator.groupCount
    var names: [(name: String, groups: [Int])] = []
    for (name, group) in translator.names {
      if let known = names.firstIndex(where: { $0.name == name }) {
        names[known].groups.append(group)
      } else {
        names.append((name, [group]))
      }
    }
    self.names = names
  }

  /// The bounds of the first match from a place on and of its groups; nil where nothing matches.
  func match(in text: [UInt8], from start: Int = 0) throws(Refusal) -> [Range<Int>?]? {
    let endsLine = text.last == 0x0A
    if endsLine, traits.contains(.endsBeforeLastLineFeed) { throw .beyond("`\\Z` before a line feed") }
    guard let found = expression.captures(in: text, from: start) else { return nil }
    // Behind the last line feed a line begins for RE2, but not for Ruby.
    if endsLine, traits.contains(.beginsWithLine), found[0]?.lowerBound == text.count { return nil }
    return found
  }
}

import DataSyntax
import Source

/// What an expected value of a goss file demands, in the parts that goss makes of it.
struct GossMatcher: Sendable {
  indirect enum Form: Sendable {
    case equal(GossValue)
    /// `have-prefix`, `have-suffix`, `contain-substring`.
    case part(Part, [UInt8])
    case expression(GossExpression)
    /// `eq`, `gt`, `ge`, `lt`, `le`.
    case number(String, GossValue)
    case length(Int)
    case key(GossMatcher)
    case patterns(GossPatterns)
    case element(GossMatcher)
    case elements([GossMatcher])
    case consist([GossMatcher])
    case not(GossMatcher)
    case and([GossMatcher])
    case or([GossMatcher])
    case versions(GossVersions)
    case converted(GossConversion, GossMatcher)
  }

  enum Part: String, Sendable {
    case prefix = "have-prefix"
    case suffix = "have-suffix"
    case substring = "contain-substring"

    var words: String {
      switch self {
      case .prefix: "to have prefix"
      case .suffix: "to have suffix"
      case .substring: "to contain substring"
      }
    }
  }

  let form: Form
  /// The place in the file.
  let location: Location

  init(_ form: Form, at location: Location) {
    self.form = form
    self.location = location
  }

  /// The matcher as goss writes it back.
  var json: JSONText {
    switch form {
    case .equal(let expected): expected.json
    case .part(let part, let wanted):
      .object([.init(part.rawValue, .string(String(decoding: wanted, as: UTF8.self)))])
    case .expression(let expression): .object([.init("match-regexp", .string(expression.text))])
    case .number(let relation, let expected): .object([.init(relation, expected.json)])
    case .length(let length): .object([.init("have-len", .integer(length))])
    case .key(let matcher): .object([.init("have-key", matcher.json)])
    case .patterns(let patterns): .object([.init("have-patterns", patterns.elements.json)])
    case .element(let matcher): .object([.init("contain-element", matcher.json)])
    case .elements(let matchers): .object([.init("contain-elements", GossComparer.shown(matchers))])
    case .consist(let matchers): .object([.init("consist-of", GossComparer.shown(matchers))])
    case .not(let matcher): .object([.init("not", matcher.json)])
    case .and(let matchers):
      matchers.count == 1 ? matchers[0].json : .object([.init("and", GossComparer.shown(matchers))])
    case .or(let matchers): .object([.init("or", GossComparer.shown(matchers))])
    case .versions(let versions): .object([.init("semver-constraint", .string(versions.text))])
    case .converted(_, let matcher): matcher.json
    }
  }
}

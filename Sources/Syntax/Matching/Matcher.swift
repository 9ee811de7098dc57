package import RegularExpressions
package import Source

/// What a spec expects of one value, in goss's vocabulary.
package struct Matcher: Sendable {
  package indirect enum Form: Sendable {
    /// A plain text: the value, as text, is the same.
    case text(String)
    /// A plain number: the value, as a number, is the same.
    case number(Number)
    /// A plain truth value; nothing is converted.
    case bool(Bool)
    /// A plain value of a document whose values have kinds: the same, nothing is converted.
    case exact(Subject)
    /// A plain list: each matcher has an element of its own that it matches.
    case elements([Matcher])
    /// `equal`: the same value, kinds and order included.
    case equal(Subject)
    case prefix(String)
    case suffix(String)
    case substring(String)
    case expression(RegularExpression)
    case length(Int)
    case key(Matcher)
    /// Line patterns: a list where lines are expected, or `have-patterns`.
    case patterns([LinePattern])
    case containElement(Matcher)
    case containElements([Matcher])
    case consistOf([Matcher])
    case not(Matcher)
    case all([Matcher])
    case any([Matcher])
    case comparison(Comparison, Number)
    case versions(VersionRange, VersionReading)
  }

  /// Which texts count as versions.
  package enum VersionReading: Sendable {
    /// Three numbers and no more, as goss has it.
    case strict
    /// Also with a `v`, with fewer numbers, and with blanks around it.
    case lenient
  }

  /// The four orders of numbers, in the spec's words.
  package enum Comparison: String, Sendable, CaseIterable {
    case greater = "gt"
    case atLeast = "ge"
    case less = "lt"
    case atMost = "le"

    func holds(_ a: Number, _ b: Number) -> Bool {
      switch self {
      case .greater: b.isLess(than: a)
      case .atLeast: b.isLess(than: a) || a.equals(b)
      case .less: a.isLess(than: b)
      case .atMost: a.isLess(than: b) || a.equals(b)
      }
    }
  }

  package let form: Form
  /// The place in the spec that asks for it.
  package let location: Location

  package init(_ form: Form, at location: Location) {
    self.form = form
    self.location = location
  }
}

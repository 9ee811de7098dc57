package import Source

/// Something that Ruby would refuse, or that is not followed, with the place that shows it.
package struct RubyFault: Sendable, Hashable {
  package enum Problem: Sendable, Hashable {
    /// Opened at `opening`; the closing mark is not there by `location`.
    case unclosed(String, closing: String)
    /// A word or mark that cannot stand here.
    case unexpected(String)
    /// A word or mark is missing before `location`.
    case missing(String)
    /// One sentence on what is wrong.
    case invalid(String)
    /// Ruby takes it and this parser does not.
    case unsupported(String)
    /// Deeper than the parser follows.
    case tooDeep
  }

  package let problem: Problem
  /// Where the fault is noticed, which is where Ruby reports it.
  package let location: Location
  /// Where the thing begins that is not closed; by indentation, the likeliest one.
  package let opening: Location?

  /// Whether Ruby itself refuses the text for it.
  package var isError: Bool { if case .unsupported = problem { false } else { true } }

  /// One sentence for people.
  package var message: String {
    switch problem {
    case .unclosed(let opening, let closing): "`\(opening)` is not closed: `\(closing)` is missing"
    case .unexpected(""): "the text ends too early"
    case .unexpected(let word): "\(Self.shown(word)) cannot stand here"
    case .missing(let word): "`\(word)` is missing here"
    case .invalid(let sentence): sentence
    case .unsupported(let thing): "\(thing) is not followed"
    case .tooDeep: "the text is nested deeper than it can be followed"
    }
  }

  /// A word or mark as a person can read it; the first three signs are the marks of a template's code.
  private static func shown(_ word: String) -> String {
    switch word {
    case "\n": "the end of the line"
    case " ", "\t": "a blank"
    case "\u{1}": "text of the template"
    case "\u{2}": "`<%=`"
    case "\u{3}": "the end of the tag"
    default:
      if let sign = word.unicodeScalars.first, sign.value < 0x20 || sign.value == 0x7F {
        "the byte \(sign.value)"
      } else {
        "`\(word)`"
      }
    }
  }
}

import DataSyntax
import Matching
import Source

/// The value of an input.
package enum InputValue: Sendable, Hashable {
  case text(String)
  /// A number as it is written.
  case number(String)
  case flag(Bool)
  case list([String])

  /// What stands for it within a longer text; nil for a list.
  var text: String? {
    switch self {
    case .text(let text), .number(let text): text
    case .flag(let flag): flag.description
    case .list: nil
    }
  }

  /// All texts of it, to be hidden.
  var texts: [String] { if case .list(let texts) = self { texts } else { [text].compactMap { $0 } } }

  /// The value as conditions see it.
  var subject: Subject {
    switch self {
    case .text(let text): .text(text)
    case .number(let text): Number(text: text).map { .number($0) } ?? .text(text)
    case .flag(let flag): .bool(flag)
    case .list(let texts): .texts(texts)
    }
  }

  /// What a scalar that is the value and nothing else becomes.
  func replacement(at place: Location) -> DataTree.Replacement {
    switch self {
    case .text(let text): .scalar(.string, .generated(text, at: place))
    case .number(let text): .scalar(.number, .generated(text, at: place))
    case .flag(let flag): .scalar(.bool, .generated(flag.description, at: place))
    case .list(let texts): .list(texts.map { .generated($0, at: place) })
    }
  }
}

extension DerivedText {
  /// A text that one place has made.
  static func generated(_ text: String, at place: Location) -> DerivedText {
    let bytes = Array(text.utf8)
    let range = ByteRange(0, bytes.count)
    return DerivedText(
      bytes, segments: bytes.isEmpty ? [] : [Segment(range, from: place, isVerbatim: false)], whole: place)
  }
}

import DataSyntax
import Matching

/// A property that a spec can speak of: its name and how its expected value is written.
struct PropertyKind: Sendable {
  /// What stands in the spec when it is not a named matcher.
  enum Shape: Sendable {
    /// `true` or `false`.
    case flag
    /// One text or number.
    case scalar
    /// A list of which each element must be there.
    case list
    /// A list that is compared as a whole, in order.
    case words
    /// A text, or a list of patterns for its lines.
    case lines
    /// A map of names, each with a matcher of its own.
    case named
    /// A map of paths in a document, each with a matcher of its own.
    case document
    /// A value of any kind.
    case any
  }

  let name: String
  let shape: Shape
  /// What a plain scalar means.
  let plain: PlainReading
  /// The only texts that it takes, where these are few.
  let choices: [String]
  /// Whether its values are versions, which have an order of their own.
  let isOfVersions: Bool
  /// What it is, in one sentence for the editor of a spec.
  let about: String

  init(
    _ name: String, _ shape: Shape, _ plain: @escaping PlainReading = PlainValue.standard,
    choices: [String] = [], isOfVersions: Bool = false, _ about: String = ""
  ) {
    self.choices = choices
    self.isOfVersions = isOfVersions
    self.about = about
    self.name = name
    self.shape = shape
    self.plain = plain
  }
}

/// Reads a plain scalar of a property that has notations of its own.
typealias PlainReading = @Sendable (DataNode) -> MatcherParser.Plain

import Matching

/// A condition over values of a template, as rule pages and a user's own rules state it.
struct ValueCondition: Sendable {
  enum Test: Sendable {
    /// The value fits the matcher.
    case when(Matcher)
    /// The mapping lacks the last key of the pattern.
    case missing
  }

  /// The values that are looked at.
  let pattern: PointerPattern
  let test: Test
  /// One sentence; `{value}` stands for the value.
  let message: String
  let help: String?
}

import Source

/// A key with a value: a variable of an environment or a label.
struct Variable: Sendable {
  let key: String
  let value: String
  /// Set where the value is a pattern.
  let pattern: Pattern?
  let location: Location
}

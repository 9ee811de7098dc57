import Source

/// An input that a spec says it takes.
struct InputDeclaration: Sendable {
  /// The keys of a declaration, with what they are for.
  static let keys: [(word: String, about: String)] = [
    ("type", "`text`, which is meant where nothing is written, `number`, `flag` or `list`."),
    ("default", "The value where none is given; without it one must be given."),
    ("one-of", "The only values that it takes."),
    ("sensitive", "Whether its value is kept out of every output; it takes no default then."),
    ("about", "What it is for."),
  ]

  let name: String
  /// The place of the name.
  let place: Location
  let kind: InputKind
  let initial: InputValue?
  let choices: [String]
  let isSensitive: Bool
}

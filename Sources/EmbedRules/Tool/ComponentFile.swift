/// A file of component facts, kept as it stands.
struct ComponentFile {
  /// Relative to `rules/`.
  let path: String
  let text: String
}

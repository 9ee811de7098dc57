/// A key of a thing in a spec that says how to look at it, and asserts nothing.
struct SettingKind: Sendable {
  enum Shape: Sendable {
    case text, flag, time
    /// A line, or a list of words.
    case words
    /// A list of texts.
    case list
    /// A map of names with texts.
    case variables
    /// One of a few words.
    case choice([String])
  }

  let word: String
  let shape: Shape
  /// What it is for, in one sentence.
  let about: String

  init(_ word: String, _ shape: Shape, _ about: String) {
    self.word = word
    self.shape = shape
    self.about = about
  }
}
